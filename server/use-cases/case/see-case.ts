import { decideSee } from '../../../domain/stream/case/commands/hand-over.ts';
import { type CaseDeps, commandCase } from './case-command.ts';
import { type CaseRequest, type CaseResult, callFor } from './case-request.ts';

/** Notes that the owner has looked at the case. @throws DomainError NOT_FOUND, NOT_ALLOWED, STALE. */
export function seeCase(deps: CaseDeps, request: CaseRequest, caseId: string): CaseResult {
  return commandCase(deps, caseId, callFor(request, 'see'), (state, world) => decideSee(state, world));
}
