import { decideReroute } from '../../../domain/stream/case/commands/hand-over.ts';
import { type CaseDeps, commandCase } from './case-command.ts';
import { type CaseRequest, type CaseResult, callFor } from './case-request.ts';

/** Routes a case again by force. @throws DomainError NOT_FOUND, NOT_ALLOWED, STALE, CASE_CLOSED, REASON_REQUIRED. */
export function rerouteCase(
  deps: CaseDeps,
  request: CaseRequest,
  caseId: string,
  reroute: { readonly reason: string },
): CaseResult {
  return commandCase(deps, caseId, callFor(request, 'reroute'), (state, world) =>
    decideReroute(state, reroute, world),
  );
}
