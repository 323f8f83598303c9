import { caseBasis } from '../../../domain/stream/case/case-basis.ts';
import { type DecideCommand, decideVote } from '../../../domain/stream/case/commands/decide-on.ts';
import { type CaseDeps, commandCase } from './case-command.ts';
import { type CaseRequest, type CaseResult, callFor } from './case-request.ts';
import { whatMoved } from './what-moved.ts';

/** Decides at a gate, on the basis that was seen. @throws DomainError NOT_FOUND, STALE, and what `decideVote` refuses. */
export function decideCase(
  deps: CaseDeps,
  request: CaseRequest,
  caseId: string,
  vote: Omit<DecideCommand, 'difference'>,
): CaseResult {
  const { viewer } = request.ability;
  return commandCase(deps, caseId, callFor(request, 'decide'), async (state, world) => {
    const { definition } = world;
    if (vote.basis === caseBasis(state, definition)) return decideVote(state, vote, world);
    const difference = await whatMoved(deps, { caseId, state, definition, viewer }, vote.basis);
    return decideVote(state, difference === undefined ? vote : { ...vote, difference }, world);
  });
}
