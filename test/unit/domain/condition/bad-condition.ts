import type { Condition } from '../../../../domain/condition/condition.ts';

/** What is wrong, with what, and the place, message and mend that say so. */
export type BadCondition = readonly [
  what: string,
  condition: Condition,
  path: string,
  message: string,
  mend: RegExp,
];
