import { decideRelease } from '../../../domain/stream/case/commands/hand-over.ts';
import { type CaseDeps, commandCase } from './case-command.ts';
import { type CaseRequest, type CaseResult, callFor } from './case-request.ts';

/** Gives a case back. @throws DomainError NOT_FOUND, NOT_ALLOWED, STALE, CASE_CLOSED. */
export function releaseCase(
  deps: CaseDeps,
  request: CaseRequest,
  caseId: string,
  release: { readonly reason: string },
): CaseResult {
  return commandCase(deps, caseId, callFor(request, 'release'), (state, world) =>
    decideRelease(state, release, world),
  );
}
