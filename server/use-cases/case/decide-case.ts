import { type DecideCommand, decideVote } from '../../../domain/stream/case/commands/decide-on.ts';
import { type CaseDeps, commandCase } from './case-command.ts';
import { type CaseRequest, type CaseResult, callFor } from './case-request.ts';

/** Decides at a gate, on the basis that was seen. @throws DomainError NOT_FOUND, STALE, and what `decideVote` refuses. */
export function decideCase(
  deps: CaseDeps,
  request: CaseRequest,
  caseId: string,
  vote: DecideCommand,
): CaseResult {
  return commandCase(deps, caseId, callFor(request, 'decide'), (state, world) =>
    decideVote(state, vote, world),
  );
}
