import { decideClaim } from '../../../domain/stream/case/commands/hand-over.ts';
import { type CaseDeps, commandCase } from './case-command.ts';
import { type CaseRequest, type CaseResult, callFor } from './case-request.ts';

/** Takes a case nobody has. @throws DomainError NOT_FOUND, NOT_ALLOWED, STALE, CASE_CLOSED, CONFLICT. */
export function claimCase(deps: CaseDeps, request: CaseRequest, caseId: string): CaseResult {
  return commandCase(deps, caseId, callFor(request, 'claim'), (state, world) => decideClaim(state, world));
}
