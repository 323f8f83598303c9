import { decideDecline } from '../../../domain/stream/case/commands/hand-over.ts';
import { type CaseDeps, commandCase } from './case-command.ts';
import { type CaseRequest, type CaseResult, callFor } from './case-request.ts';

/** Declines an assigned case, which is routed again. @throws DomainError NOT_FOUND, NOT_ALLOWED, STALE, CASE_CLOSED, REASON_REQUIRED. */
export function declineCase(
  deps: CaseDeps,
  request: CaseRequest,
  caseId: string,
  decline: { readonly reason: string },
): CaseResult {
  return commandCase(deps, caseId, callFor(request, 'decline'), (state, world) =>
    decideDecline(state, decline, world),
  );
}
