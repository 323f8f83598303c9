import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ledgerSum, withPick } from '../../../../../domain/routing/pool-ledger.ts';
import {
  decideCreate,
  decideDeactivate,
  decidePatch,
} from '../../../../../domain/stream/directory/decide-directory.ts';
import {
  decideJoinPool,
  decideLeavePool,
  decideMakeUp,
  decideSetWeights,
} from '../../../../../domain/stream/pool/pool-members.ts';
import { poolLimit, poolObject } from '../../../../../domain/stream/pool/pool-object.ts';
import { type PoolState, poolStream, viewOfPool } from '../../../../../domain/stream/pool/pool-stream.ts';
import { foldDecisions } from '../../../../support/fold-decisions.ts';

const now = Date.UTC(2026, 0, 5);
const day = 86_400_000;
const code = (wanted: string) => expect.objectContaining({ code: wanted });
const front = (fields: object = {}) => {
  const stream = foldDecisions(poolStream, 'pool:front', now);
  const command = { id: 'front', now, fields: { title: 'Front', ...fields }, reason: '' };
  stream.take(() => decideCreate(poolObject, command, { salt: 'ab'.repeat(16) }));
  return stream;
};
const people = ['ana', 'ben', 'cem', 'dea'];
const steps = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constant('join' as const),
      person: fc.constantFrom(...people),
      weight: fc.integer({ min: 1, max: 9 }),
    }),
    fc.record({ do: fc.constant('leave' as const), person: fc.constantFrom(...people) }),
    fc.record({
      do: fc.constant('pick' as const),
      person: fc.constantFrom(...people),
      units: fc.integer({ min: 1, max: 2 ** 32 }),
    }),
    fc.record({ do: fc.constant('members' as const), members: fc.uniqueArray(fc.constantFrom(...people)) }),
  ),
  { maxLength: 20 },
);

/** A pick charges one member what it gives to all others together. */
function picked(state: PoolState, person: string, units: number, key: string): PoolState {
  const others = state.members.map((member) => member.person).filter((other) => other !== person);
  const [first] = others;
  if (first === undefined || !state.members.some((member) => member.person === person)) return state;
  const delta = { [person]: -units, [first]: units };
  return withPick(state, key, { p: person, hash: 'h', delta, token: 1, at: now }) ?? state;
}

describe('a pool', () => {
  it('keeps credits at a sum of 0 whoever joins, leaves and is picked in between', () => {
    fc.assert(
      fc.property(steps, (all) => {
        let state = poolStream.initial;
        const event = { at: now, seq: 1, actor: { kind: 'system', id: 'x' } as const, human: {} };
        all.forEach((step, i) => {
          if (step.do === 'pick') state = picked(state, step.person, step.units, `c${i}:1`);
          else if (step.do === 'join')
            state = poolStream.evolve(state, {
              ...event,
              kind: 'joined',
              data: { person: step.person, weight: step.weight },
            });
          else if (step.do === 'leave')
            state = poolStream.evolve(state, { ...event, kind: 'left', data: { person: step.person } });
          else
            state = poolStream.evolve(state, {
              ...event,
              kind: 'changed',
              data: { fields: ['members'] },
              human: { 'set/members': step.members.map((person) => ({ person, weight: 1 })) },
            });
          expect(state.members.length === 0 || ledgerSum(state) === 0).toBe(true);
        });
      }),
    );
  });

  it('lets members join at credit 0 and leave, each once', () => {
    const stream = front();
    stream.take((state) => decideJoinPool(state, { person: 'ana', weight: 3, reason: '' }));
    expect(decideJoinPool(stream.state, { person: 'ana', reason: '' }).events).toEqual([]);
    stream.take((state) => decideJoinPool(state, { person: 'ben', reason: 'new' }));
    expect(stream.state).toMatchObject({ credits: { ana: 0, ben: 0 }, reason: 'new' });
    expect(stream.lists).toEqual(['pool', 'pool|active', 'pool-of:ana', 'pool-of:ben']);
    stream.take((state) => decideLeavePool(state, { person: 'ana', reason: '' }));
    expect(stream.state.members).toEqual([{ person: 'ben', weight: 1 }]);
    expect(decideLeavePool(stream.state, { person: 'ana', reason: '' }).events).toEqual([]);
    expect(stream.refolded()).toEqual(stream.state);
  });

  it('changes weights without touching credits, of members only and with a reason', () => {
    const stream = front({ members: people.slice(0, 2).map((person) => ({ person, weight: 1 })) });
    const weigh = (weights: unknown, reason = 'r') =>
      decideSetWeights(stream.state, { id: 'front', weights, reason, now });
    expect(() => weigh({ ana: 2 }, '')).toThrow(code('REASON_REQUIRED'));
    expect(() => weigh({ ana: 0 })).toThrow(code('VALIDATION_FAILED'));
    expect(() => weigh({ cem: 1 })).toThrow(
      expect.objectContaining({ details: [expect.objectContaining({ pointer: '/weights/cem' })] }),
    );
    stream.take(() => weigh({ ben: 5 }));
    expect(stream.state.members).toEqual([
      { person: 'ana', weight: 1 },
      { person: 'ben', weight: 5 },
    ]);
    expect(stream.state.credits).toEqual({ ana: 0, ben: 0 });
  });

  it('makes up to a member within the cap, whatever picks did between deciding and writing', () => {
    const stream = front({ members: [{ person: 'ana', weight: 1 }] });
    const give = (items: number, until = now + day) =>
      decideMakeUp(stream.state, { makeUp: { person: 'ana', items, until }, reason: '' }, now);
    stream.take(() => give(3));
    expect(stream.state.makeUps).toEqual([{ person: 'ana', left: 3, until: now + day }]);
    expect(() => give(3)).toThrow(code('LIMIT_EXCEEDED'));
    expect(() => give(1, now)).toThrow(code('VALIDATION_FAILED'));
    const decided = give(2);
    stream.take(() => give(1));
    stream.take(() => decided);
    expect(stream.state.makeUps).toEqual([{ person: 'ana', left: 5, until: now + day }]);
    expect(stream.refolded()).toEqual(stream.state);
    const { makeUps: _none, ...bare } = stream.state;
    const data = { person: 'ana', items: 1, until: now + 1 };
    const event = {
      kind: 'made-up',
      at: now,
      seq: 1,
      actor: { kind: 'system', id: 'x' } as const,
      data,
      human: {},
    };
    expect(poolStream.evolve(bare, event).makeUps).toEqual([{ person: 'ana', left: 1, until: now + 1 }]);
  });

  it('keeps its salt, which nobody can set', () => {
    const stream = front();
    expect(stream.state.salt).toBe('ab'.repeat(16));
    const fields = { salt: 'known' };
    expect(() => decidePatch(poolObject, stream.state, { id: 'front', now, fields, reason: 'r' })).toThrow(
      code('VALIDATION_FAILED'),
    );
  });

  it('shows no members once it is out of use, and every part with its default', () => {
    const stream = front({ members: [{ person: 'ana', weight: 2 }] });
    expect(viewOfPool('front', 1, stream.state)).toMatchObject({
      id: 'front',
      rev: 1,
      members: [{ person: 'ana', weight: 2 }],
    });
    stream.take((state) => decideDeactivate(state, 'merged'));
    const { calendarId: _c, lookAheadMs: _l, skills: _s, makeUps: _m, madeUp: _u, ...bare } = stream.state;
    expect(viewOfPool('front', 2, bare)).toEqual({
      id: 'front',
      rev: 2,
      strategy: 'round_robin',
      salt: 'ab'.repeat(16),
      calendarId: null,
      lookAheadMs: 0,
      skills: [],
      members: [],
      credits: { ana: 0 },
      picks: {},
      makeUps: [],
      madeUp: null,
    });
    expect(stream.lists).toEqual(['pool']);
  });

  it('does not move for a pick that came back, which its check has settled', () => {
    const event = {
      kind: 'pick-returned',
      at: now,
      seq: 1,
      actor: { kind: 'system', id: 'check' } as const,
      data: {},
      human: {},
    };
    expect(poolStream.evolve(poolStream.initial, event)).toEqual(poolStream.initial);
  });

  it.each([
    [
      'a member twice',
      {
        members: [
          { person: 'ana', weight: 1 },
          { person: 'ana', weight: 2 },
        ],
      },
    ],
    ['a weight beyond 2^20', { members: [{ person: 'ana', weight: 2 ** 20 + 1 }] }],
    ['an unknown strategy', { strategy: 'coin' }],
  ])('refuses %s', (_what, fields) => {
    expect(() => front(fields)).toThrow(code('VALIDATION_FAILED'));
  });

  it('holds 200 members at most', () => {
    const members = Array.from({ length: poolLimit }, (_, i) => ({ person: `p${i}`, weight: 1 }));
    expect(() => decideJoinPool({ ...poolStream.initial, members }, { person: 'ana', reason: '' })).toThrow(
      code('LIMIT_EXCEEDED'),
    );
  });
});
