import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PendingPick, PoolPart } from '../../../../domain/routing/directory.ts';
import { makeUp, makeUpCap, makeUpsDue } from '../../../../domain/routing/make-up.ts';
import {
  charge,
  ledgerSum,
  returnPick,
  settlePick,
  withMember,
  withoutMember,
  withPick,
} from '../../../../domain/routing/pool-ledger.ts';
import { deltaFor, oneItem, pickByDeficit } from '../../../../domain/routing/strategies/deficit-ledger.ts';

const poolOf = (...people: string[]): PoolPart => ({
  members: people.map((person) => ({ person, weight: 1 })),
  credits: Object.fromEntries(people.map((person) => [person, 0])),
  picks: {},
});

const pickOf = (pool: PoolPart, key: string, token = 1): PendingPick => {
  const candidates = pool.members.map((m) => ({ ...m, open: 0, skills: {} }));
  const picked = pickByDeficit(candidates, { ...pool, salt: 's' }, key);
  return { ...picked, hash: `h-${key}`, token, at: 1 };
};

const place = (pool: PoolPart, key: string, pick: PendingPick): PoolPart => {
  const next = withPick(pool, key, pick);
  if (next === undefined) throw new Error('overtaken');
  return next;
};

const sumOf = (delta: Readonly<Record<string, number>>) => Object.values(delta).reduce((a, b) => a + b, 0);

describe('a pick in the ledger', () => {
  test('is charged when placed and stands when settled', () => {
    const pool = poolOf('ana', 'bo');
    const pick = pickOf(pool, 'c1:1');
    const placed = place(pool, 'c1:1', pick);
    expect(placed.picks['c1:1']).toEqual(pick);
    expect(placed.credits[pick.p]).toBe(-oneItem / 2);
    const settled = settlePick(placed, 'c1:1');
    expect(settled.picks).toEqual({});
    expect(settled.credits).toEqual(placed.credits);
  });

  test('leaves no trace when it is returned', () => {
    const pool = poolOf('ana', 'bo', 'cy');
    expect(returnPick(place(pool, 'c1:1', pickOf(pool, 'c1:1')), 'c1:1')).toEqual(pool);
  });

  test('is charged once however often it is retried', () => {
    const pool = poolOf('ana', 'bo', 'cy');
    const once = place(pool, 'c1:1', pickOf(pool, 'c1:1', 1));
    const again = place(once, 'c1:1', pickOf(pool, 'c1:1', 2));
    expect(again.credits).toEqual(once.credits);
    expect(again.picks['c1:1']?.token).toBe(2);
  });

  test('gives way to the new one of the same token: a full person was replaced', () => {
    const pool = poolOf('ana', 'bo');
    const first = pickOf(pool, 'c1:1');
    const other = first.p === 'ana' ? 'bo' : 'ana';
    const second = { ...first, p: other, delta: { [other]: 0 } };
    const replaced = place(place(pool, 'c1:1', first), 'c1:1', second);
    expect(replaced.picks['c1:1']?.p).toBe(other);
    expect(replaced.credits).toEqual(pool.credits);
  });

  test('is refused when a higher token stands there', () => {
    const pool = poolOf('ana', 'bo');
    const placed = place(pool, 'c1:1', pickOf(pool, 'c1:1', 5));
    expect(withPick(placed, 'c1:1', pickOf(pool, 'c1:1', 4))).toBeUndefined();
  });

  test('must not make or lose credit', () => {
    const bad = { p: 'ana', hash: 'h', delta: { ana: 1 }, token: 1, at: 1 };
    expect(() => withPick(poolOf('ana'), 'c1:1', bad)).toThrow('sums to 0');
  });

  test('that is not there can be neither settled nor returned', () => {
    const pool = poolOf('ana');
    expect(settlePick(pool, 'c1:1')).toBe(pool);
    expect(returnPick(pool, 'c1:1')).toBe(pool);
  });

  test('keeps what else the pool carries', () => {
    const pool = { ...poolOf('ana', 'bo'), title: 'Frontline' };
    expect(returnPick(pool, 'x').title).toBe('Frontline');
    expect(withPick(pool, 'c1:1', pickOf(pool, 'c1:1'))?.title).toBe('Frontline');
  });
});

describe('coming and going', () => {
  test('starts a new member at credit 0', () => {
    const pool = place(poolOf('ana', 'bo'), 'c1:1', pickOf(poolOf('ana', 'bo'), 'c1:1'));
    const joined = withMember(pool, { person: 'cy', weight: 2 });
    expect(joined.credits).toEqual({ ...pool.credits, cy: 0 });
    expect(joined.members.at(-1)).toEqual({ person: 'cy', weight: 2 });
  });

  test('resets nothing when a weight changes', () => {
    const pool = settlePick(place(poolOf('ana', 'bo'), 'c1:1', pickOf(poolOf('ana', 'bo'), 'c1:1')), 'c1:1');
    const heavier = withMember(pool, { person: 'bo', weight: 3 });
    expect(heavier.credits).toEqual(pool.credits);
    expect(heavier.members).toEqual([
      { person: 'ana', weight: 1 },
      { person: 'bo', weight: 3 },
    ]);
  });

  test('spreads what a leaver had over the rest, odd units to the first by id', () => {
    const pool = { ...poolOf('cy', 'ana', 'bo'), credits: { ana: -4, bo: -3, cy: 7 } };
    expect(withoutMember(pool, 'cy').credits).toEqual({ ana: 0, bo: 0 });
    const debtor = { ...poolOf('cy', 'ana', 'bo'), credits: { ana: 4, bo: 3, cy: -7 } };
    expect(withoutMember(debtor, 'cy').credits).toEqual({ ana: 1, bo: -1 });
  });

  test('does nothing when somebody leaves who was not there', () => {
    const pool = poolOf('ana');
    expect(withoutMember(pool, 'zoe')).toBe(pool);
  });

  test('empties the ledger with the last member, a pending pick included', () => {
    const pool = place(poolOf('ana'), 'c1:1', pickOf(poolOf('ana'), 'c1:1'));
    const empty = withoutMember(pool, 'ana');
    expect(empty.credits).toEqual({});
    expect(returnPick(empty, 'c1:1')).toEqual(poolOf());
  });
});

test('an assignment by hand is charged when its author says so', () => {
  const pool = poolOf('ana', 'bo');
  const candidates = pool.members.map((m) => ({ ...m, open: 0, skills: {} }));
  const charged = charge(pool, deltaFor('bo', candidates, 'c9:1'));
  expect(charged.credits).toEqual({ ana: oneItem / 2, bo: -oneItem / 2 });
  const outside = charge(pool, deltaFor('zoe', candidates, 'c9:1'));
  expect(ledgerSum(outside)).toBe(0);
  expect(() => charge({ ...pool, credits: { ana: Number.MAX_SAFE_INTEGER } }, { ana: 1 })).toThrow('exact');
});

describe('a make-up', () => {
  const owed = makeUp(poolOf('ana', 'bo'), { person: 'bo', items: 2, until: 100, at: 1 });
  const extra: PendingPick = { p: 'bo', hash: 'h', delta: {}, token: 1, at: 2, makeUp: true };

  test('is used up item by item, and never twice in a row', () => {
    expect(makeUpsDue(owed, 'c1:1', 2)).toEqual([{ person: 'bo', left: 2, until: 100 }]);
    const one = place(owed, 'c1:1', extra);
    expect(makeUpsDue(one, 'c2:1', 3)).toEqual([]);
    const between = place(one, 'c2:1', pickOf(one, 'c2:1'));
    expect(makeUpsDue(between, 'c3:1', 4)).toEqual([{ person: 'bo', left: 1, until: 100 }]);
    const two = place(between, 'c3:1', extra);
    expect(makeUpsDue(place(two, 'c4:1', pickOf(two, 'c4:1')), 'c5:1', 5)).toEqual([]);
  });

  test('changes nobody’s credit', () => {
    expect(place(owed, 'c1:1', extra).credits).toEqual(owed.credits);
  });

  test('is still due to the decision that used it, as if its own pick were absent', () => {
    const last = place(
      makeUp(poolOf('ana', 'bo'), { person: 'bo', items: 1, until: 100, at: 1 }),
      'c1:1',
      extra,
    );
    expect(makeUpsDue(last, 'c1:1', 3)).toHaveLength(1);
    expect(makeUpsDue(last, 'c2:1', 3)).toHaveLength(0);
  });

  test('comes back with a pick that is returned', () => {
    const placed = place(owed, 'c1:1', extra);
    expect(returnPick(placed, 'c1:1').makeUps).toEqual(owed.makeUps);
    expect(makeUpsDue(returnPick(placed, 'c1:1'), 'c2:1', 3)).toHaveLength(1);
    const later = place(placed, 'c2:1', pickOf(placed, 'c2:1'));
    expect(returnPick(later, 'c1:1').makeUps).toEqual(owed.makeUps);
  });

  test('survives a retry that swaps it for an ordinary pick', () => {
    const swapped = place(place(owed, 'c1:1', extra), 'c1:1', pickOf(owed, 'c1:1', 2));
    expect(swapped.makeUps).toEqual(owed.makeUps);
    expect(swapped.madeUp).toBeNull();
  });

  test('expires', () => {
    expect(makeUpsDue(owed, 'c1:1', 100)).toEqual([]);
    expect(makeUp(owed, { person: 'ana', items: 1, until: 300, at: 200 }).makeUps).toEqual([
      { person: 'ana', left: 1, until: 300 },
    ]);
  });

  test('is capped', () => {
    expect(() => makeUp(owed, { person: 'bo', items: makeUpCap - 1, until: 100, at: 1 })).toThrow(
      'At most 5',
    );
    expect(makeUp(owed, { person: 'bo', items: makeUpCap - 2, until: 200, at: 1 }).makeUps).toEqual([
      { person: 'bo', left: makeUpCap, until: 200 },
    ]);
  });

  test.each([
    ['a stranger', { person: 'zoe', items: 1, until: 100, at: 1 }, 'Only a member'],
    ['half an item', { person: 'bo', items: 0.5, until: 100, at: 1 }, 'whole number'],
    ['nothing', { person: 'bo', items: 0, until: 100, at: 1 }, 'whole number'],
    ['an end that is past', { person: 'bo', items: 1, until: 1, at: 1 }, 'in the future'],
  ])('is refused for %s', (_case, request, message) => {
    expect(() => makeUp(poolOf('ana', 'bo'), request)).toThrow(message);
  });

  test('goes with the member who leaves', () => {
    expect(withoutMember(owed, 'bo').makeUps).toEqual([]);
    const late = withoutMember(place(owed, 'c1:1', extra), 'bo');
    expect(returnPick(late, 'c1:1').makeUps).toEqual([]);
  });
});

describe('law', () => {
  type Step =
    | { do: 'pick' | 'settle' | 'return'; key: number }
    | { do: 'join'; who: number; weight: number }
    | { do: 'leave'; who: number };
  const names = ['ana', 'bo', 'cy', 'di', 'ed', 'flo'];
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ do: fc.constantFrom('pick' as const, 'settle' as const, 'return' as const), key: fc.nat(7) }),
    fc.record({ do: fc.constant('join' as const), who: fc.nat(5), weight: fc.integer({ min: 1, max: 999 }) }),
    fc.record({ do: fc.constant('leave' as const), who: fc.nat(5) }),
  );

  const take = (pool: PoolPart, s: Step, n: number): PoolPart => {
    if (s.do === 'join') return withMember(pool, { person: names[s.who] ?? '', weight: s.weight });
    if (s.do === 'leave') return withoutMember(pool, names[s.who] ?? '');
    const key = `c${s.key}:1`;
    if (s.do === 'settle') return settlePick(pool, key);
    if (s.do === 'return') return returnPick(pool, key);
    return pool.members.length === 0 ? pool : place(pool, key, pickOf(returnPick(pool, key), key, n));
  };

  test('credits and every pending delta sum to 0 in exact integers whoever comes, goes, retries and returns', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let pool = poolOf('ana', 'bo', 'cy');
        steps.forEach((s, n) => {
          pool = take(pool, s, n);
          expect(ledgerSum(pool)).toBe(0);
          for (const pick of Object.values(pool.picks)) expect(sumOf(pick.delta)).toBe(0);
          const members = pool.members.map((m) => m.person).sort();
          expect(Object.keys(pool.credits).sort()).toEqual(members);
          for (const credit of Object.values(pool.credits)) expect(Number.isSafeInteger(credit)).toBe(true);
        });
        for (const key of Object.keys(pool.picks)) pool = returnPick(pool, key);
        expect(ledgerSum(pool)).toBe(0);
      }),
    );
  });

  test('returning a pick undoes exactly its charge, whatever was picked since', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), (before, after) => {
        let pool = poolOf('ana', 'bo', 'cy');
        for (let i = 0; i < before; i++) pool = place(pool, `b${i}:1`, pickOf(pool, `b${i}:1`));
        const mine = pickOf(pool, 'mine:1');
        pool = place(pool, 'mine:1', mine);
        for (let i = 0; i < after; i++) pool = place(pool, `a${i}:1`, pickOf(pool, `a${i}:1`));
        const back = returnPick(pool, 'mine:1');
        for (const { person } of pool.members) {
          expect(back.credits[person]).toBe((pool.credits[person] ?? 0) - (mine.delta[person] ?? 0));
        }
      }),
    );
  });
});
