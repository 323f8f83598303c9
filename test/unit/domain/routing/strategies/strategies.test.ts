import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { strategyNames } from '../../../../../domain/routing/directory.ts';
import {
  breakTie,
  largestWeight,
  oneItem,
  pickByDeficit,
} from '../../../../../domain/routing/strategies/deficit-ledger.ts';
import { levelAfter } from '../../../../../domain/routing/strategies/skills.ts';
import { strategies } from '../../../../../domain/routing/strategies/strategies.ts';
import type { Candidate, PickContext } from '../../../../../domain/routing/strategies/strategy.ts';

const candidate = (person: string, more: Partial<Candidate> = {}): Candidate => ({
  person,
  weight: 1,
  open: 0,
  skills: {},
  ...more,
});
const poolOf = (candidates: readonly Candidate[], credits: Record<string, number> = {}) => ({
  members: candidates.map(({ person, weight }) => ({ person, weight })),
  credits,
  salt: 'salt',
});
const context = (more: Partial<PickContext> = {}): PickContext => ({
  key: 'c1:1',
  waitingMs: 0,
  needs: [],
  passedOver: new Set(),
  ...more,
});
const sumOf = (delta: Readonly<Record<string, number>>) => Object.values(delta).reduce((a, b) => a + b, 0);
const minutes = 60_000;

describe('round_robin', () => {
  test('gives the item to whoever has the most credit', () => {
    const three = [candidate('ana'), candidate('bo'), candidate('cy')];
    const pool = poolOf(three, { ana: -5, bo: 10, cy: -5 });
    expect(strategies.round_robin(three, pool, context()).p).toBe('bo');
  });

  test('gives equal shares whatever the weights', () => {
    const two = [candidate('ana', { weight: 9 }), candidate('bo')];
    const { p, delta } = strategies.round_robin(two, poolOf(two), context());
    expect(delta[p]).toBe(-oneItem / 2);
  });

  test('gives the units lost in rounding to a member chosen by the decision', () => {
    const three = [candidate('ana'), candidate('bo'), candidate('cy')];
    const lucky = new Set<string>();
    for (let i = 0; i < 40; i++) {
      const { p, delta } = strategies.round_robin(three, poolOf(three), context({ key: `c${i}:1` }));
      const shares = { ...delta, [p]: (delta[p] ?? 0) + oneItem };
      expect(Object.values(shares).sort()).toEqual([1431655765, 1431655765, 1431655766]);
      lucky.add(Object.entries(shares).find(([, share]) => share === 1431655766)?.[0] ?? '');
    }
    expect([...lucky].sort()).toEqual(['ana', 'bo', 'cy']);
  });

  test('goes round: n people have one item each after n items', () => {
    const people = ['ana', 'bo', 'cy', 'di', 'ed'].map((p) => candidate(p));
    const got = run(people, 5, () => true).counts;
    expect(got).toEqual({ ana: 1, bo: 1, cy: 1, di: 1, ed: 1 });
  });
});

describe('weighted', () => {
  test('gives shares in proportion to the weights', () => {
    const people = [candidate('ana', { weight: 3 }), candidate('bo', { weight: 1 })];
    expect(run(people, 400, () => true, 'weighted').counts).toEqual({ ana: 300, bo: 100 });
  });

  test('is exact at the largest weight and refuses any other than 1 to 2^20', () => {
    const heavy = [candidate('ana', { weight: largestWeight }), candidate('bo')];
    expect(sumOf(strategies.weighted(heavy, poolOf(heavy), context()).delta)).toBe(0);
    for (const weight of [0, -1, 1.5, largestWeight + 1, Number.NaN]) {
      const bad = [candidate('ana', { weight })];
      expect(() => strategies.weighted(bad, poolOf(bad), context())).toThrow('a weight is');
    }
  });
});

describe('least_loaded', () => {
  test.each([
    ['the fewest open cases', [candidate('ana', { open: 3 }), candidate('bo', { open: 2 })], 'bo'],
    ['the fewest by weight', [candidate('ana', { open: 3, weight: 2 }), candidate('bo', { open: 2 })], 'ana'],
  ])('picks %s, and charges nobody', (_title, people, p) => {
    expect(strategies.least_loaded(people, poolOf(people), context())).toEqual({ p, delta: {} });
  });

  test('breaks ties by the decision, neither by age nor by list order', () => {
    const people = [
      candidate('ana', { open: 2, weight: 2 }),
      candidate('bo', { open: 1 }),
      candidate('cy', { open: 4 }),
    ];
    const picked = new Set<string>();
    for (let i = 0; i < 30; i++) {
      picked.add(strategies.least_loaded(people, poolOf(people), context({ key: `c${i}:1` })).p);
    }
    expect([...picked].sort()).toEqual(['ana', 'bo']);
  });
});

describe('skills', () => {
  const need = { skill: 'tax', level: 4, relax: { everyMinutes: 30, by: 1, atLeast: 2 } };
  const people = [candidate('ana', { skills: { tax: 2 } }), candidate('bo', { skills: { tax: 3 } })];

  test.each([
    [0, 4],
    [29, 4],
    [30, 3],
    [60, 2],
    [6000, 2],
  ])('after %i minutes asks for level %i', (waited, level) => {
    expect(levelAfter(need, waited * minutes)).toBe(level);
  });

  test('never asks for more than the level because of a floor above it', () => {
    expect(levelAfter({ ...need, relax: { ...need.relax, atLeast: 9 } }, 30 * minutes)).toBe(4);
  });

  test('keeps the level that does not relax', () => {
    expect(levelAfter({ skill: 'tax', level: 4 }, 6000 * minutes)).toBe(4);
  });

  test('relaxes no further than it must', () => {
    const waited = context({ needs: [need], waitingMs: 90 * minutes });
    expect(strategies.skills(people, poolOf(people, { ana: oneItem, bo: -oneItem }), waited).p).toBe('bo');
  });

  test('shares fairly among those who meet the level', () => {
    const both = [candidate('ana', { skills: { tax: 4 } }), candidate('bo', { skills: { tax: 5 } })];
    const pool = poolOf(both, { ana: 1, bo: -1 });
    expect(strategies.skills(both, pool, context({ needs: [need] })).p).toBe('ana');
  });

  test('ranks all of them when nobody meets the level any more', () => {
    const waited = context({ needs: [{ skill: 'law', level: 5 }] });
    expect(strategies.skills(people, poolOf(people, { ana: 5, bo: -5 }), waited).p).toBe('ana');
  });

  test('is as fair as weighted where nothing is needed', () => {
    const pool = poolOf(people);
    expect(strategies.skills(people, pool, context())).toEqual(strategies.weighted(people, pool, context()));
  });

  test('treats two needs with different patience one by one', () => {
    const law = { skill: 'law', level: 3, relax: { everyMinutes: 60, by: 3, atLeast: 0 } };
    const pair = [
      candidate('ana', { skills: { tax: 3, law: 3 } }),
      candidate('bo', { skills: { tax: 2, law: 0 } }),
    ];
    const waited = context({ needs: [need, law], waitingMs: 60 * minutes });
    expect(strategies.skills(pair, poolOf(pair, { ana: -9, bo: 9 }), waited).p).toBe('ana');
    const onlyBo = pair.slice(1);
    expect(strategies.skills(onlyBo, poolOf(pair), waited).p).toBe('bo');
  });
});

describe('ordered', () => {
  const people = ['cy', 'ana', 'bo'].map((p) => candidate(p));

  test('takes the first in the pool’s own order, and charges nobody', () => {
    expect(strategies.ordered(people.slice(1), poolOf(people), context())).toEqual({ p: 'ana', delta: {} });
  });

  test('goes on to the next after somebody let it lapse, and to the top once all have', () => {
    const pool = poolOf(people);
    expect(strategies.ordered(people, pool, context({ passedOver: new Set(['cy']) })).p).toBe('ana');
    const all = new Set(['cy', 'ana', 'bo']);
    expect(strategies.ordered(people, pool, context({ passedOver: all })).p).toBe('cy');
  });
});

test('a tie goes to the larger HMAC under the pool’s salt', () => {
  const winners = ['s1', 's2', 's3', 's4', 's5', 's6'].map((salt) => breakTie(['ana', 'bo'], salt, 'c1:1'));
  expect(new Set(winners).size).toBe(2);
  expect(breakTie(['bo', 'ana'], 's1', 'c1:1')).toBe(winners[0]);
});

const arbitraryPeople = fc
  .uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 9 })
  .chain((names) =>
    fc.tuple(
      ...names.map((person) =>
        fc.record({
          person: fc.constant(person),
          weight: fc.integer({ min: 1, max: 50 }),
          open: fc.nat(9),
          skills: fc.dictionary(fc.constantFrom('tax', 'law'), fc.integer({ min: 1, max: 5 })),
        }),
      ),
    ),
  );

describe('law', () => {
  test.each(strategyNames.filter((name) => name !== 'ordered'))(
    'the order of the list never changes a pick of %s',
    (name) => {
      fc.assert(
        fc.property(
          arbitraryPeople,
          fc.string(),
          fc.nat(500),
          fc.array(fc.integer(), { maxLength: 9 }),
          (people, key, waited, credits) => {
            const pool = poolOf(
              people,
              Object.fromEntries(people.map((c, i) => [c.person, credits[i] ?? 0])),
            );
            const needs = [{ skill: 'tax', level: 3, relax: { everyMinutes: 60, by: 1, atLeast: 0 } }];
            const asked = context({ key, needs, waitingMs: waited * minutes });
            const turned = { ...pool, members: pool.members.toReversed() };
            const a = strategies[name](people, pool, asked);
            const b = strategies[name](people.toReversed(), turned, asked);
            expect(b).toEqual(a);
            expect(sumOf(a.delta)).toBe(0);
            expect(Object.values(a.delta).every(Number.isSafeInteger)).toBe(true);
            expect(people.map((c) => c.person)).toContain(a.p);
          },
        ),
      );
    },
  );

  test('with equal weights nobody is ever more than (n−1)/2 items from their entitlement, whatever the absences', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 8 }),
        fc.array(fc.nat(255), { minLength: 1, maxLength: 300 }),
        (n, masks) => {
          const people = Array.from({ length: n }, (_, i) => candidate(`p${i}`));
          const { worst } = run(people, masks.length, (i, item) => (((masks[item] ?? 0) >> i) & 1) === 1);
          // The entitlement is summed in floating point here, independently of the ledger.
          expect(worst).toBeLessThanOrEqual((n - 1) / 2 + 1e-6);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('the worst deviation stays small over pools with skills and shifts', () => {
    let worst = 0;
    let seed = 7;
    const random = () => {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
      return seed / 0x7fffffff;
    };
    for (let pool = 0; pool < 20; pool++) {
      const people = Array.from({ length: 4 + (pool % 9) }, (_, i) => candidate(`p${i}`));
      const skilled = people.map(() => [random() < 0.7, random() < 0.5, true]);
      const shift = people.map(() => Math.floor(random() * 3));
      const asked = Array.from({ length: 1500 }, () => Math.floor(random() * 3));
      const is = (i: number, item: number) =>
        skilled[i]?.[asked[item] ?? 0] === true && Math.floor(item / 40) % 3 !== shift[i];
      worst = Math.max(worst, run(people, 1500, is).worst);
    }
    expect(worst).toBeLessThan(2);
  });
});

/** Hands out items one by one; the entitlement is each item cut evenly by weight among those present. */
function run(
  people: readonly Candidate[],
  items: number,
  present: (i: number, item: number) => boolean,
  strategy: 'round_robin' | 'weighted' = 'round_robin',
) {
  const credits: Record<string, number> = {};
  const due: Record<string, number> = {};
  const counts: Record<string, number> = {};
  let worst = 0;
  for (let item = 0; item < items; item++) {
    const here = people.filter((_, i) => present(i, item));
    if (here.length === 0) continue;
    const { p, delta } = strategies[strategy](here, poolOf(people, credits), context({ key: `c${item}:1` }));
    for (const [person, units] of Object.entries(delta)) credits[person] = (credits[person] ?? 0) + units;
    const total = here.reduce((sum, c) => sum + c.weight, 0);
    for (const c of here) due[c.person] = (due[c.person] ?? 0) + c.weight / total;
    counts[p] = (counts[p] ?? 0) + 1;
    for (const { person } of people) {
      worst = Math.max(worst, Math.abs((due[person] ?? 0) - (counts[person] ?? 0)));
    }
  }
  return { counts, worst };
}

test('an empty list of candidates is a bug of the caller', () => {
  expect(() => pickByDeficit([], poolOf([]), 'c1:1')).toThrow('Broken promise');
});
