import { describe, expect, it } from 'vitest';
import type { PoolPart } from '../../../../../domain/routing/directory.ts';
import { ledgerSum, withPick } from '../../../../../domain/routing/pool-ledger.ts';
import type { CaseState, Routed } from '../../../../../domain/stream/case/case-state.ts';
import { checkPicks, splitKey } from '../../../../../domain/stream/pool/check-picks.ts';

type Seen = Pick<CaseState, 'open' | 'epoch' | 'routed'>;

const pool: PoolPart = {
  members: [
    { person: 'ana', weight: 1 },
    { person: 'ben', weight: 1 },
  ],
  credits: { ana: 0, ben: 0 },
  picks: {},
};
const pick = { p: 'ana', hash: 'h', delta: { ana: -10, ben: 10 }, token: 7, at: 1 };
const pending = withPick(pool, 'c1:2', pick) ?? pool;
const routed = (more: Partial<Routed>): Routed => ({
  kind: 'assigned',
  at: 1,
  person: 'ana',
  pool: 'front',
  token: 7,
  ...more,
});
const check = (seen: Partial<Seen> | undefined) =>
  checkPicks(
    'front',
    pending,
    new Map(seen === undefined ? [] : [['c1', { open: true, epoch: 2, routed: {}, ...seen }]]),
  );

describe('checking the picks of a pool', () => {
  it('settles a pick whose case names this pool and this token: the charge stands', () => {
    const found = check({ routed: { '2': routed({}) } });
    expect(found).toMatchObject({
      pool: { picks: {}, credits: { ana: -10, ben: 10 } },
      returned: [],
      kept: [],
    });
  });

  it('keeps a pick whose case is still undecided under this epoch', () => {
    expect(check({})).toEqual({ pool: pending, returned: [], kept: ['c1:2'] });
  });

  it.each<[string, string, Partial<Seen> | undefined]>([
    ['was decided with another token', 'decided-otherwise', { routed: { '2': routed({ token: 8 }) } }],
    ['was decided for another pool', 'decided-otherwise', { routed: { '2': routed({ pool: 'back' }) } }],
    [
      'came to wait for this pool in the attempt that found the person full',
      'decided-otherwise',
      { routed: { '2': { kind: 'waiting', at: 1, pool: 'front', token: 7 } } },
    ],
    ['was routed again', 'routed-again', { epoch: 3 }],
    ['was closed', 'closed', { open: false }],
    ['does not exist', 'no-such-case', undefined],
  ])('returns the pick of a case that %s', (_what, reason, seen) => {
    const found = check(seen);
    expect(found.returned).toEqual([{ key: 'c1:2', reason }]);
    expect(found.pool).toMatchObject({ picks: {}, credits: { ana: 0, ben: 0 } });
    expect(ledgerSum(found.pool)).toBe(0);
  });

  it('splits a key at its last colon', () => {
    expect(splitKey('a:b:12')).toEqual({ caseId: 'a:b', epoch: 12 });
  });
});
