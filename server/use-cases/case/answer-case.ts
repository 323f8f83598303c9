import { decideAnswer } from '../../../domain/stream/case/commands/talk.ts';
import { type CaseDeps, commandCase } from './case-command.ts';
import { type CaseRequest, type CaseResult, callFor } from './case-request.ts';

/** Answers an open question. @throws DomainError NOT_FOUND, NOT_ALLOWED, STALE, CASE_CLOSED, VALIDATION_FAILED. */
export function answerCase(
  deps: CaseDeps,
  request: CaseRequest,
  caseId: string,
  answer: { readonly ask?: string; readonly answer: string },
): CaseResult {
  return commandCase(deps, caseId, callFor(request, 'answer'), (state, world) =>
    decideAnswer(state, answer, world),
  );
}
