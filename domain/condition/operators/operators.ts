import type { Operator } from '../grammar/operator.ts';
import { after } from './after.ts';
import { and } from './and.ts';
import { atLeast } from './at-least.ts';
import { atMost } from './at-most.ts';
import { before } from './before.ts';
import { contains } from './contains.ts';
import { count } from './count.ts';
import { daysBetween } from './days-between.ts';
import { daysUntil } from './days-until.ts';
import { dividedBy } from './divided-by.ts';
import { endsWith } from './ends-with.ts';
import { equal } from './equal.ts';
import { greaterThan } from './greater-than.ts';
import { has } from './has.ts';
import { hasAll } from './has-all.ts';
import { hasAny } from './has-any.ts';
import { ifThen } from './if-then.ts';
import { lessThan } from './less-than.ts';
import { matches } from './matches.ts';
import { minus } from './minus.ts';
import { not } from './not.ts';
import { notEqual } from './not-equal.ts';
import { oneOf } from './one-of.ts';
import { or } from './or.ts';
import { plus } from './plus.ts';
import { present } from './present.ts';
import { startsWith } from './starts-with.ts';
import { strictlyEqual } from './strictly-equal.ts';
import { strictlyNotEqual } from './strictly-not-equal.ts';
import { times } from './times.ts';

const shelf: readonly Operator[] = [
  and,
  or,
  not,
  equal,
  notEqual,
  strictlyEqual,
  strictlyNotEqual,
  lessThan,
  atMost,
  greaterThan,
  atLeast,
  oneOf,
  ifThen,
  plus,
  minus,
  times,
  dividedBy,
  present,
  has,
  hasAny,
  hasAll,
  count,
  startsWith,
  endsWith,
  contains,
  matches,
  before,
  after,
  daysBetween,
  daysUntil,
];

/** The allow-list: every operator a condition may use beside `var`, by the word it is stored as. */
export const operators: ReadonlyMap<string, Operator> = new Map(
  shelf.map((operator) => [operator.name, operator]),
);
