import { decidePriority } from '../../../domain/stream/case/commands/urgency.ts';
import { type CaseDeps, commandCase } from './case-command.ts';
import { type CaseRequest, type CaseResult, callFor } from './case-request.ts';

/** Sets the priority by hand. @throws DomainError NOT_FOUND, NOT_ALLOWED, STALE, CASE_CLOSED, REASON_REQUIRED, CONFLICT. */
export function setPriority(
  deps: CaseDeps,
  request: CaseRequest,
  caseId: string,
  priority: { readonly value: number; readonly reason: string },
): CaseResult {
  return commandCase(deps, caseId, callFor(request, 'setPriority'), (state, world) =>
    decidePriority(state, priority, world),
  );
}
