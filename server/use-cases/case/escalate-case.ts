import { decideEscalate } from '../../../domain/stream/case/commands/urgency.ts';
import { type CaseDeps, commandCase } from './case-command.ts';
import { type CaseRequest, type CaseResult, callFor } from './case-request.ts';

/** Escalates a case to those who answer for it. @throws DomainError NOT_FOUND, NOT_ALLOWED, STALE, CASE_CLOSED, REASON_REQUIRED. */
export function escalateCase(
  deps: CaseDeps,
  request: CaseRequest,
  caseId: string,
  escalation: { readonly reason: string },
): CaseResult {
  return commandCase(deps, caseId, callFor(request, 'escalate'), (state, world) =>
    decideEscalate(state, escalation, world),
  );
}
