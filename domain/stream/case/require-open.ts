import { DomainError } from '../../error/domain-error.ts';
import type { CaseState } from './case-state.ts';

/** Throws CASE_CLOSED for a case that is done: nothing but reading, commenting and reopening is left to do. */
export function requireOpen(state: CaseState): void {
  if (!state.open)
    throw new DomainError('CASE_CLOSED', 'This case is closed. Reopen it first, if its type allows that.', {
      data: { outcome: state.outcome },
    });
}
