import type { Ability } from './ability-of.ts';
import { refusalTo } from './refusal-to.ts';
import type { ActionOn, SubjectDoc } from './subjects.ts';

/**
 * Passes when a viewer may do something to a thing as it was loaded.
 * @throws DomainError NOT_FOUND for what they may not read; NOT_ALLOWED, CASE_CLOSED, CONFLICT, SELF_DECISION or NOT_AN_APPROVER else.
 */
export function requireAbility<D extends SubjectDoc>(
  ability: Ability,
  action: ActionOn<D['subject']>,
  doc: D,
): void {
  const refusal = refusalTo(ability, action, doc);
  if (refusal !== undefined) throw refusal;
}
