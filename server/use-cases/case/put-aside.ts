import { decideSnooze, decideWake } from '../../../domain/stream/case/commands/put-aside.ts';
import { type CaseDeps, commandCase } from './case-command.ts';
import { type CaseRequest, type CaseResult, callFor } from './case-request.ts';

/**
 * Puts what a case asks of whoever asks aside until a time in epoch ms.
 * @throws DomainError NOT_FOUND, NOT_ALLOWED, STALE, CASE_CLOSED, CONFLICT, VALIDATION_FAILED.
 */
export function snoozeCase(
  deps: CaseDeps,
  request: CaseRequest,
  caseId: string,
  aside: { readonly until: number },
): CaseResult {
  const call = callFor(request, 'snooze');
  return commandCase(deps, caseId, call, (state, world) => decideSnooze(state, aside, world));
}

/** Takes up what whoever asks had put aside. @throws DomainError NOT_FOUND, NOT_ALLOWED, STALE, CASE_CLOSED. */
export function wakeCase(deps: CaseDeps, request: CaseRequest, caseId: string): CaseResult {
  return commandCase(deps, caseId, callFor(request, 'snooze'), decideWake);
}
