import { foldText } from '../condition/grammar/fold-text.ts';
import type { FactSet } from '../fact/fact-set.ts';
import { hashJson } from '../hash/sha256.ts';
import type { DuplicateScreen } from './screen-schema.ts';

/** Whose earlier cases a duplicate screen looks at. */
export interface DuplicateScope {
  readonly requesterId: string;
  readonly accountId: string | null;
}

/**
 * The key two cases share when a duplicate screen takes them for the same: equal values whatever the case, spacing and
 * compatibility form. Undefined when a field has no value, or the account is asked for and there is none.
 * Index a case under it, and look up earlier ones by it.
 */
export function duplicateKey(
  screen: DuplicateScreen,
  facts: FactSet,
  scope: DuplicateScope,
): string | undefined {
  const values: unknown[] = [];
  for (const field of screen.fields) {
    const value = facts.values[field];
    if (value === undefined) return undefined;
    values.push(typeof value === 'string' ? foldText(value).trim().replace(/\s+/g, ' ') : value);
  }
  const per =
    screen.per === undefined ? '' : screen.per === 'requester' ? scope.requesterId : scope.accountId;
  return per === null ? undefined : `${screen.id}:${hashJson([per, values])}`;
}
