import { describe, expect, it } from 'vitest';
import { explore } from './explore.ts';
import type { Budget } from './model-state.ts';
import { calm, type HandKind, type Scenario } from './scenario.ts';

/** `SIMULATION=deep` gives every world one mishap and one command by hand more. */
const deep = process.env['SIMULATION'] === 'deep';

const pair = { pools: { P: ['a', 'b'] }, capacity: { a: 1, b: 1 }, workers: 2 } as const;
const solo = { ...pair, workers: 1 } as const;
const lone = { pools: { P: ['a'] }, capacity: { a: 1 }, workers: 2 } as const;
const shared = { pools: { P: ['a', 'b'], Q: ['b'] }, capacity: { a: 1, b: 1 }, workers: 2 } as const;
const uncapped = { pools: { P: ['a', 'b'] }, capacity: { a: null, b: null }, workers: 2 } as const;

const world = (
  from: Omit<Scenario, 'cases' | 'hands' | 'budget'>,
  cases: number,
  budget: Partial<Budget>,
  hands: readonly HandKind[] = [],
): Scenario => ({ ...from, cases, hands, budget: { ...calm, ...budget } });

const worlds: readonly (readonly [string, Scenario])[] = [
  ['one case, a crash, a zombie and a lost reply', world(pair, 1, { crash: 1, zombie: 1, fault: 1 })],
  ['one case, quarantine and redrive', world(pair, 1, { fault: 1, zombie: 1, quarantine: 1 })],
  ['one case, a crash and a command', world(pair, 1, { crash: 1, hand: 1 }, ['assign', 'close', 'edit'])],
  ['one case, a lost reply and a command', world(pair, 1, { fault: 1, hand: 1 }, ['decline', 'close'])],
  ['one case, a zombie and a command', world(pair, 1, { zombie: 1, hand: 1 }, ['assign', 'reroute'])],
  ['one case, closed and opened again', world(pair, 1, { hand: 2 }, ['close', 'reopen', 'revive'])],
  ['one case, from hand to hand', world(solo, 1, { hand: 3 }, ['assign', 'decline'])],
  ['one case, nobody has a cap', world(uncapped, 1, { crash: 1, hand: 1 }, ['reroute', 'edit'])],
  ['one case, a member leaves', world(shared, 1, { hand: 1, zombie: 1 }, ['leave'])],
  ['one case, somebody is deactivated', world(pair, 1, { hand: 1, crash: 1 }, ['deactivate'])],
  ['one case, everybody is deactivated', world(solo, 1, { hand: 2 }, ['deactivate'])],
  ['two cases for one seat, a crash', world(lone, 2, { crash: 1 })],
  ['two cases for one seat, one is closed', world(lone, 2, { hand: 1 }, ['close', 'decline'])],
  ['two cases, two pools that share a person', world(shared, 2, {})],
  ['two cases, two seats', world(pair, 2, {})],
  ['two cases, picks that pile up', world({ ...pair, piledAt: 1 }, 2, {})],
  ['one case, its own pick piles up', world({ ...pair, piledAt: 1 }, 1, { crash: 1, zombie: 1 })],
];

/** One more of everything that is there at all. */
function deeper(scenario: Scenario): Scenario {
  const more = (times: number): number => (times > 0 ? times + 1 : 0);
  const { crash, fault, zombie, hand, quarantine } = scenario.budget;
  const budget = {
    crash: more(crash),
    fault: more(fault),
    zombie: more(zombie),
    hand: more(hand),
    quarantine: more(quarantine),
  };
  return { ...scenario, budget };
}

describe('the protocol, every schedule of a small world', () => {
  it.each(worlds)('keeps its promises: %s', (_title, scenario) => {
    const found = explore(deep ? deeper(scenario) : scenario, deep ? 6_000_000 : 150_000);
    expect(found.violation).toBeUndefined();
    expect(found.complete).toBe(true);
    expect(found.rests).toBeGreaterThan(0);
  });
});
