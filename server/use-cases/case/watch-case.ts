import { decideUnwatch, decideWatch } from '../../../domain/stream/case/commands/watch.ts';
import { type CaseDeps, commandCase } from './case-command.ts';
import { type CaseRequest, type CaseResult, callFor } from './case-request.ts';

/** Lets whoever asks watch a case. @throws DomainError NOT_FOUND, NOT_ALLOWED, STALE, LIMIT_EXCEEDED. */
export function watchCase(deps: CaseDeps, request: CaseRequest, caseId: string): CaseResult {
  return commandCase(deps, caseId, callFor(request, 'watch'), decideWatch);
}

/** Ends the watching of whoever asks; who read the case for no other reason reads it no longer. @throws DomainError NOT_FOUND, NOT_ALLOWED, STALE. */
export function unwatchCase(deps: CaseDeps, request: CaseRequest, caseId: string): CaseResult {
  return commandCase(deps, caseId, callFor(request, 'watch'), decideUnwatch);
}
