import { decideAccept } from '../../../domain/stream/case/commands/hand-over.ts';
import { type CaseDeps, commandCase } from './case-command.ts';
import { type CaseRequest, type CaseResult, callFor } from './case-request.ts';

/** Accepts an assigned case. @throws DomainError NOT_FOUND, NOT_ALLOWED, STALE, CASE_CLOSED. */
export function acceptCase(deps: CaseDeps, request: CaseRequest, caseId: string): CaseResult {
  return commandCase(deps, caseId, callFor(request, 'accept'), (state, world) => decideAccept(state, world));
}
