import type { Json } from '../hash/canonical-json.ts';

/** Why somebody was not a candidate, in the order in which it is asked. */
export const removalReasons = [
  'inactive',
  'not_permitted',
  'lacks_skill',
  'on_leave',
  'outside_hours',
  'at_capacity',
  'excluded_by_rule',
] as const;
export type RemovalReason = (typeof removalReasons)[number];

/** The first reason for which somebody was left out, with the values that made it one. */
export interface Removal {
  readonly removedBy: RemovalReason;
  readonly values: { readonly [name: string]: Json };
}

const words: Readonly<Record<RemovalReason, string>> = {
  inactive: 'inactive',
  not_permitted: 'not permitted for this case',
  lacks_skill: 'without the skill',
  on_leave: 'on leave or away',
  outside_hours: 'outside hours',
  at_capacity: 'at capacity',
  excluded_by_rule: 'excluded by the rule',
};

/** How many were left out for which reason, such as "2 at capacity, 1 on leave or away". */
export function removalsInWords(removals: readonly RemovalReason[]): string {
  return removalReasons
    .map((reason) => ({ reason, count: removals.filter((removal) => removal === reason).length }))
    .filter(({ count }) => count > 0)
    .map(({ reason, count }) => `${count} ${words[reason]}`)
    .join(', ');
}
