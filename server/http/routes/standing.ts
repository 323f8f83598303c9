import type { DirectoryState } from '../../../domain/stream/directory/directory-stream.ts';
import { objectOf } from '../../../domain/stream/directory-objects.ts';
import type { CommandResult } from '../../use-cases/command/run-command.ts';
import { deactivatePerson, reactivatePerson } from '../../use-cases/directory/deactivate-person.ts';
import type { DirectoryCall } from '../../use-cases/directory/directory-call.ts';
import { deactivateObject, reactivateObject } from '../../use-cases/directory/write-object.ts';
import { type Call, type Endpoint, endpoint, right } from '../core/endpoint.ts';
import { jsonBody, objectParams, versionedAnswer } from '../schemas/common.ts';
import { directoryBodies, objectSchema } from '../schemas/directory-schemas.ts';
import { changedObject, directoryCall, subjectName } from './directory-answers.ts';
import type { DirectoryResource } from './directory-kinds.ts';

interface Standing {
  readonly kind: DirectoryResource['kind'];
  readonly verb: 'deactivate' | 'reactivate';
  readonly id: string;
  readonly reason: string;
  readonly own: DirectoryCall;
}

/** The endpoint that takes objects of a kind out of use, or into use again. */
export function standingEndpoint(
  { plural, kind, name, names }: DirectoryResource,
  verb: Standing['verb'],
): Endpoint {
  const named = name.toLowerCase();
  return endpoint(
    {
      method: 'post',
      path: `/api/v1/${plural}/{id}/${verb}`,
      operationId: `${verb}${name}`,
      tag: names,
      summary:
        verb === 'deactivate'
          ? `Take a ${named} out of use, with a reason`
          : `Take a ${named} into use again`,
      params: objectParams,
      body: jsonBody(directoryBodies.why),
      guarded: true,
      answers: { 200: versionedAnswer(name, objectSchema) },
    },
    right(subjectName(kind), 'deactivate'),
    async (call) => {
      const { id } = call.params;
      const { reason } = call.body;
      const own = directoryCall(call, kind, id, { action: 'deactivate', command: verb });
      return changedObject(call, kind, await stand(call, { kind, verb, id, reason, own }));
    },
  );
}

/** People take what they hold with them; other objects just stop or start being used. */
function stand({ parts }: Pick<Call, 'parts'>, standing: Standing): Promise<CommandResult<unknown>> {
  const { kind, verb, id, reason, own } = standing;
  const { deps } = parts;
  if (kind === 'person') {
    const request = { person: id, reason };
    return verb === 'deactivate'
      ? deactivatePerson(deps, own, request)
      : reactivatePerson(deps, own, request);
  }
  const object = objectOf(kind);
  return verb === 'deactivate'
    ? deactivateObject<DirectoryState>(deps, object, own, { id, reason })
    : reactivateObject<DirectoryState>(deps, object, own, { id, reason });
}
