import { decideRetract } from '../../../domain/stream/case/commands/retract.ts';
import { type CaseDeps, commandCase } from './case-command.ts';
import { type CaseRequest, type CaseResult, callFor } from './case-request.ts';

/** Takes one's own last decision back, within 8 s. @throws DomainError NOT_FOUND, NOT_ALLOWED, STALE, GATE_NOT_OPEN, RETRACT_TOO_LATE. */
export function retractDecision(deps: CaseDeps, request: CaseRequest, caseId: string): CaseResult {
  return commandCase(deps, caseId, callFor(request, 'retract'), (state, world, doc) =>
    decideRetract(
      state,
      world,
      doc.effects.map(({ id }) => id),
    ),
  );
}
