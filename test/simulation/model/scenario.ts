import type { Budget } from './model-state.ts';

/** What people may do while workers are at work. */
export const handKinds = [
  'assign',
  'decline',
  'close',
  'reopen',
  'revive',
  'reroute',
  'edit',
  'leave',
  'deactivate',
] as const;
export type HandKind = (typeof handKinds)[number];

/** Ways to break the protocol, each of which the model has to notice. */
export const mutants = [
  'token reset on redrive',
  'check compares the hash instead of pool and token',
  'check settles the pick of a case that came to wait',
  'check returns undecided picks',
  'check keeps what was decided otherwise',
  'capacity counts the own slot',
  'equal replace of a picked slot optimised away',
  'equal replace of a seat optimised away',
  'seat reads the case before the load',
  'seat takes the slot of an undecided case',
  'assignment by hand leaves the epoch undecided',
  'commit without token',
  'commit without rev',
  'completion without token',
  'pick overrides a higher token',
  'pick keeps the old delta',
  'pick without a check',
  'pool written without _v',
  'leaving spreads credits only',
  'former owner keeps the seat',
  'load closed after the cases moved',
  'moves owned cases only',
  'revived case not seated',
] as const;
export type Mutant = (typeof mutants)[number];

/** A small world to explore: who works where, how much they take, what may go wrong and what people may do. */
export interface Scenario {
  readonly cases: number;
  /** Pools in the order the chain tries them, with their members. */
  readonly pools: Readonly<Record<string, readonly string[]>>;
  /** Person → the most cases held at a time; null for no limit. */
  readonly capacity: Readonly<Record<string, number | null>>;
  /** Person → weight in every pool; 1 where left out. */
  readonly weights?: Readonly<Record<string, number>>;
  readonly workers: number;
  /** Pending picks at which a pool is checked before another is added; never where left out. */
  readonly piledAt?: number;
  readonly hands: readonly HandKind[];
  readonly budget: Budget;
  readonly mutant?: Mutant;
}

/** Everybody in some pool, once. */
export function peopleOf(scenario: Scenario): string[] {
  return [...new Set(Object.values(scenario.pools).flat())].sort();
}

/** Nothing goes wrong and nobody interferes. */
export const calm: Budget = { crash: 0, fault: 0, zombie: 0, hand: 0, quarantine: 0 };
