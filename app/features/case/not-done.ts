import type { Entries } from '../../forms/entries.ts';
import type { FieldProblem } from '../../forms/live-form.ts';
import type { Refused } from '../../lib/api.server.ts';

/** Why something was not done, what changed meanwhile, and what had been typed. */
export interface NotDone {
  readonly deed: string;
  readonly refused: Refused;
  /** What is different from what was seen, in words. */
  readonly changed: readonly string[];
  readonly typed: Readonly<Record<string, string>>;
  /** Of changed answers: all that stood in their controls, and what is wrong with it. */
  readonly entries?: Entries;
  readonly problems?: readonly FieldProblem[];
}
