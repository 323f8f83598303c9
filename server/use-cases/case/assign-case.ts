import { decideAssign } from '../../../domain/stream/case/commands/hand-over.ts';
import { type CaseDeps, commandCase } from './case-command.ts';
import { type CaseRequest, type CaseResult, callFor } from './case-request.ts';

/** Hands a case to a named person. @throws DomainError NOT_FOUND, NOT_ALLOWED, STALE, and what `decideAssign` refuses. */
export function assignCase(
  deps: CaseDeps,
  request: CaseRequest,
  caseId: string,
  to: { readonly person: string; readonly reason: string },
): CaseResult {
  return commandCase(deps, caseId, callFor(request, 'assign', [to.person]), (state, world) =>
    decideAssign(state, { to: to.person, reason: to.reason }, world),
  );
}
