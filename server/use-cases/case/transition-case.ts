import { decideTransition } from '../../../domain/stream/case/commands/move.ts';
import { type CaseDeps, commandCase } from './case-command.ts';
import { type CaseRequest, type CaseResult, callFor } from './case-request.ts';

/** Takes a step of the workflow. @throws DomainError NOT_FOUND, NOT_ALLOWED, STALE, and what `decideTransition` refuses. */
export function transitionCase(
  deps: CaseDeps,
  request: CaseRequest,
  caseId: string,
  step: { readonly transition: string; readonly comment: string },
): CaseResult {
  return commandCase(deps, caseId, callFor(request, 'transition'), (state, world) =>
    decideTransition(state, step, world),
  );
}
