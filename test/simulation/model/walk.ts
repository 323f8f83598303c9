import { isAtRest, mishaps, workActions } from './actions.ts';
import { begin } from './begin.ts';
import { checkState } from './invariants.ts';
import { type Budget, Violation } from './model-state.ts';
import type { Scenario } from './scenario.ts';

/** One random schedule: its length, or the promise it found broken. */
export interface Walk {
  readonly steps: number;
  readonly violation?: { readonly message: string; readonly trace: readonly string[] };
}

/** A small generator of numbers from 0 up to, not including, `below`; the same seed gives the same numbers (mulberry32). */
export function seededBelow(seed: number): (below: number) => number {
  let at = seed | 0;
  return (below) => {
    at = (at + 0x6d2b79f5) | 0;
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/** Steps after which a schedule that has not come to rest counts as one that never does. */
const longest = 20_000;
/** How often, in steps, something is tried that goes wrong or is done by hand. */
const mishapEvery = 12;

/** Follows one schedule drawn from a seed until everything is done and nothing more can go wrong. */
export function walk(scenario: Scenario, seed: number): Walk {
  const below = seededBelow(seed);
  const trace: string[] = [];
  let state = begin(scenario);
  try {
    for (let steps = 0; steps < longest; steps += 1) {
      const work = workActions(scenario, state);
      const more = below(mishapEvery) === 0 || work.length === 0 ? mishaps(scenario, state) : [];
      const choice = more.length > 0 ? more : work;
      const action = choice[below(choice.length)];
      if (action === undefined) return { steps };
      trace.push(action.name);
      state = action.run();
      checkState(scenario, state);
    }
  } catch (error) {
    if (!(error instanceof Violation)) throw error;
    return { steps: trace.length, violation: { message: error.message, trace } };
  }
  if (isAtRest(state)) return { steps: longest };
  return { steps: longest, violation: { message: 'never comes to rest', trace: trace.slice(-50) } };
}

/** A scenario drawn from a seed: up to four workers, four cases and three pools of shared people. */
export function drawnScenario(seed: number, hands: Scenario['hands']): Scenario {
  const below = seededBelow(seed ^ 0x5bd1e995);
  const people = ['a', 'b', 'c', 'd'].slice(0, 2 + below(3));
  const pools: Record<string, string[]> = {};
  for (const id of ['P', 'Q', 'R'].slice(0, 1 + below(3))) {
    const some = people.filter(() => below(3) > 0);
    pools[id] = some.length > 0 ? some : people;
  }
  const capacity = Object.fromEntries(people.map((person) => [person, [1, 2, 3, null][below(4)] ?? null]));
  const weights = Object.fromEntries(people.map((person) => [person, 1 + below(3)]));
  const budget: Budget = {
    crash: below(4),
    fault: below(4),
    zombie: below(4),
    hand: below(10),
    quarantine: below(2),
  };
  const cases = 1 + below(4);
  const piledAt = 1 + below(6);
  return { cases, pools, capacity, weights, workers: 2 + below(3), piledAt, hands, budget };
}
