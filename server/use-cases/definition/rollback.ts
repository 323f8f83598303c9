import { definitionSchema } from '../../../domain/definition/definition-schema.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import type { Decision } from '../../../domain/stream/decision.ts';
import { requireReason } from '../../../domain/stream/directory/decide-directory.ts';
import {
  type PublishedVersion,
  type RequestTypeState,
  requestTypeStream,
  versionOf,
} from '../../../domain/stream/request-type/request-type-stream.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import { runCommand } from '../command/run-command.ts';
import type { DefinitionCall, DefinitionDeps } from './definition-call.ts';
import { faceOf } from './face-of.ts';
import { loadDocument } from './stored-document.ts';

/** Why the live version is taken back, and to which one; left out, to the one that was live before it. */
export interface RollbackRequest {
  readonly to?: number;
  readonly reason: string;
}

/**
 * Makes an earlier version the live one again; the one taken back can no longer be submitted. Cases keep their version.
 * @throws DomainError REASON_REQUIRED, NOT_FOUND, CONFLICT when there is nothing to go back to.
 */
export async function rollback(
  deps: DefinitionDeps,
  call: DefinitionCall,
  slug: string,
  request: RollbackRequest,
): Promise<{ readonly n: number }> {
  requireReason(request.reason);
  const result = await runCommand<RequestTypeState>(deps, {
    spec: requestTypeStream,
    stream: streamId('requestType', slug),
    command: call.command,
    actor: call.actor,
    decide: (doc) => {
      call.authorise?.(doc);
      return decideRollback(deps, doc.state, request);
    },
  });
  return { n: Number(result.events[0]?.event.data['n']) };
}

async function decideRollback(
  deps: DefinitionDeps,
  state: RequestTypeState,
  { to, reason }: RollbackRequest,
): Promise<Decision> {
  if (state.live === null)
    throw new DomainError('CONFLICT', 'Nothing is live, so there is nothing to take back.');
  const version = targetOf(state, to);
  const definition = definitionSchema.parse(await loadDocument(deps.store.blobs, version.hash));
  const data = { n: version.n, from: state.live, type: state.slug, face: faceOf(definition) };
  return { events: [{ kind: 'rolled-back', data, human: { reason: reason.trim() } }] };
}

function targetOf(state: RequestTypeState, to: number | undefined): PublishedVersion {
  const n = to ?? previousOf(state);
  const version = n === undefined ? undefined : versionOf(state, n);
  if (version === undefined)
    throw to === undefined
      ? new DomainError('CONFLICT', 'There is no earlier version to go back to.')
      : new DomainError('NOT_FOUND', `“${state.slug}” has no version ${to}.`);
  if (version.n === state.live || state.withdrawn.includes(version.n))
    throw new DomainError(
      'CONFLICT',
      version.n === state.live
        ? `Version ${version.n} is live already.`
        : `Version ${version.n} was taken back before. Publish it as a new version.`,
    );
  return version;
}

/** The version that was live last before the present one and was not taken back. */
function previousOf({ spans, live, withdrawn }: RequestTypeState): number | undefined {
  return spans.findLast(({ n }) => n !== live && !withdrawn.includes(n))?.n;
}
