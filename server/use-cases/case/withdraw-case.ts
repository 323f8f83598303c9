import { decideWithdraw } from '../../../domain/stream/case/commands/move.ts';
import { type CaseDeps, commandCase } from './case-command.ts';
import { type CaseRequest, type CaseResult, callFor } from './case-request.ts';

/** Withdraws a request by the way its workflow has for that. @throws DomainError NOT_FOUND, NOT_ALLOWED, STALE, CASE_CLOSED, TRANSITION_NOT_OFFERED. */
export function withdrawCase(
  deps: CaseDeps,
  request: CaseRequest,
  caseId: string,
  withdrawal: { readonly reason: string },
): CaseResult {
  return commandCase(deps, caseId, callFor(request, 'withdraw'), (state, world) =>
    decideWithdraw(state, withdrawal, world),
  );
}
