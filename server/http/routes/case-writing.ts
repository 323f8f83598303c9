import type { z } from 'zod';
import { caseSubject } from '../../../domain/access/case-subject.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { actorOf } from '../../use-cases/case/case-request.ts';
import { submitCase } from '../../use-cases/case/submit-case.ts';
import type { CommandResult } from '../../use-cases/command/run-command.ts';
import { type Call, type Endpoint, endpoint, right } from '../core/endpoint.ts';
import { json, type Reply } from '../core/reply.ts';
import { caseBodies, caseBriefSchema, submissionBody, submittedSchema } from '../schemas/case-schemas.ts';
import { caseParams, jsonBody, slugParams, versionedAnswer } from '../schemas/common.ts';
import { type CommandName, caseCommands } from './case-commands.ts';
import { briefOf, caseAddress } from './case-view.ts';

const tag = 'Cases';
const answers = { 200: versionedAnswer('Where the case stands now', caseBriefSchema) };

type BodyOf<N extends CommandName> = z.infer<(typeof caseBodies)[N]>;
const bodies: { readonly [N in CommandName]: z.ZodType<BodyOf<N>> } = caseBodies;

/** Commands that end what another one began, at its address. */
const endings = { unwatch: 'watch', wake: 'snooze' } as const;
type Ending = keyof typeof endings;

const isEnding = (name: CommandName): name is Ending => Object.hasOwn(endings, name);

/** The endpoint of a command that ends what another one began. */
function endingEndpoint(name: Ending): Endpoint {
  const { operationId, summary, action, run } = caseCommands[name];
  return endpoint(
    {
      method: 'delete',
      path: `/api/v1/cases/{id}/${endings[name]}`,
      operationId,
      tag,
      summary,
      params: caseParams,
      guarded: true,
      answers,
    },
    right('Case', action),
    async (call) => {
      const { parts, ability, params, seen } = call;
      const command = call.command(name, {});
      const request = { ability, command, ...(seen === undefined ? {} : { seen }) };
      return commanded(call, await run(parts.deps, request, params.id, {}));
    },
  );
}

/** The endpoint of one command on a case. */
function commandEndpoint<N extends CommandName>(name: N): Endpoint {
  const { operationId, summary, action, run } = caseCommands[name];
  const schema: z.ZodType<BodyOf<N>> = bodies[name];
  const isEdit = name === 'edit';
  return endpoint(
    {
      method: isEdit ? 'patch' : 'post',
      path: isEdit ? '/api/v1/cases/{id}' : `/api/v1/cases/{id}/${name}`,
      operationId,
      tag,
      summary,
      params: caseParams,
      body: jsonBody(schema),
      guarded: true,
      answers,
    },
    right('Case', action),
    async (call) => {
      const { parts, ability, params, body, seen } = call;
      const request = {
        ability,
        command: call.command(name, body),
        ...(seen === undefined ? {} : { seen }),
      };
      return commanded(call, await run(parts.deps, request, params.id, body));
    },
  );
}

/** The answer to a command; one that was carried out before is answered to those only who may still read the case. */
export function commanded(
  { allow }: Pick<Call, 'allow'>,
  { doc, repeated }: CommandResult<CaseState>,
): Reply {
  if (repeated) allow('read', caseSubject(doc));
  return json(briefOf(doc), { rev: doc.rev });
}

const submission = endpoint(
  {
    method: 'post',
    path: '/api/v1/request-types/{slug}/cases',
    operationId: 'submitCase',
    tag,
    summary: 'Submit a request; it is answered as soon as it is stored, and routed after',
    params: slugParams,
    body: jsonBody(submissionBody),
    answers: { 201: versionedAnswer('The case that was made', submittedSchema) },
  },
  right('RequestType', 'submit'),
  async (call) => {
    const { parts, params, body, viewer, key, allow } = call;
    const result = await submitCase(
      parts.deps,
      {
        actor: actorOf(viewer),
        ...(key === null ? {} : { commandId: key }),
        authorise: ({ definition: { document } }) =>
          allow('submit', {
            subject: 'RequestType',
            slug: document.slug,
            live: true,
            submitters: document.who?.submit ?? ['everyone'],
          }),
      },
      { slug: params.slug, ...body },
    );
    const { id, rev, state, repeated } = result;
    if (repeated) allow('read', caseSubject({ _id: id, state }));
    return json(
      { ...briefOf({ _id: id, rev, state }), repeated },
      { status: 201, rev, headers: { Location: caseAddress(id) } },
    );
  },
);

/** Submitting cases, and everything that is done to one. */
export const caseWriting: readonly Endpoint[] = [
  submission,
  ...(Object.keys(caseBodies) as CommandName[]).map((name) =>
    isEnding(name) ? endingEndpoint(name) : commandEndpoint(name),
  ),
];
