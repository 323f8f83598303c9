import { describe, expect, it } from 'vitest';
import { sealValue } from '../../../../domain/hash/seal-value.ts';
import { verifyChain } from '../../../../domain/ledger/chain-event.ts';
import { applyDecision, freshAggregate } from '../../../../domain/stream/apply-decision.ts';
import type { Decision } from '../../../../domain/stream/decision.ts';
import { logGraceMs, nextDueAt } from '../../../../domain/stream/next-due-at.ts';
import { withQuarantine } from '../../../../domain/stream/quarantine-list.ts';
import { idInStream, streamId } from '../../../../domain/stream/stream-id.ts';
import type { StreamSpec } from '../../../../domain/stream/stream-spec.ts';
import { makeAggregate } from '../../../support/make-aggregate.ts';

/** A stream that keeps what it was told. */
const diary: StreamSpec<readonly string[]> = {
  kind: 'draft',
  initial: [],
  evolve: (state, { kind, at, human }) => [...state, `${at} ${kind} ${JSON.stringify(human)}`],
  indexOf: (state, id) => ({ lists: [`told:${state.length}`], sort: id }),
};
const fresh = freshAggregate(diary, 'draft:d1');
const context = {
  now: 1_000,
  actor: { kind: 'person', id: 'ria' } as const,
  command: { id: 'c1', body: 'b1' },
  salt: () => 'cd'.repeat(16),
};
const take = (decision: Decision, doc = fresh, more: object = {}) =>
  applyDecision(diary, doc, decision, { ...context, ...more });
const told = (kind: string, more: object = {}) => ({ kind, data: {}, ...more });

describe('applying a decision', () => {
  it('starts from nothing', () => {
    expect(fresh).toMatchObject({ _v: 0, rev: 0, seq: 0, head: '', logged: 0, tail: [], nextDueAt: null });
  });

  it('numbers, chains and folds the events, and indexes what they led to', () => {
    const doc = take({ events: [told('opened'), told('noted')] });
    expect(doc).toMatchObject({ _v: 0, rev: 2, seq: 2, index: { lists: ['told:2'], sort: 'draft:d1' } });
    expect(doc.state).toEqual(['1000 opened {}', '1000 noted {}']);
    expect(verifyChain(doc.tail)).toBeUndefined();
    expect(doc.head).toBe(doc.tail[1]?.hash);
    expect(doc.tail[0]?.event).toEqual({
      v: 1,
      stream: 'draft:d1',
      seq: 1,
      kind: 'opened',
      at: 1_000,
      actor: context.actor,
      command: context.command,
      data: {},
    });
  });

  it('names the effect that sent the command', () => {
    const [entry] = take({ events: [told('opened')] }, fresh, { cause: 'route:1' }).tail;
    expect(entry?.event.cause).toBe('route:1');
  });

  it('seals what a human entered under a salt of its own, beside the event', () => {
    let salts = 0;
    const salt = () => {
      salts += 1;
      return `${salts}`.repeat(32);
    };
    const doc = take({ events: [told('noted', { human: { a: 'x', b: 'x' } })] }, fresh, { salt });
    const [entry] = doc.tail;
    expect(entry?.sealed).toEqual({
      a: { salt: '1'.repeat(32), value: 'x' },
      b: { salt: '2'.repeat(32), value: 'x' },
    });
    expect(entry?.event.seals).toEqual({
      a: sealValue('1'.repeat(32), 'x'),
      b: sealValue('2'.repeat(32), 'x'),
    });
    expect(entry?.event.seals?.['a']).not.toBe(entry?.event.seals?.['b']);
    expect(doc.state).toEqual(['1000 noted {"a":"x","b":"x"}']);
  });

  it('counts no event that does not raise the rev', () => {
    expect(take({ events: [told('picked', { raises: false }), told('noted')] })).toMatchObject({
      rev: 1,
      seq: 2,
    });
  });

  it('never lets time go back', () => {
    const later = take({ events: [told('opened')] }, fresh, { now: 5_000 });
    expect(take({ events: [told('noted')] }, later, { now: 10 }).tail[1]?.event.at).toBe(5_000);
  });

  it('arms what is owed, replaces what is pending under the same key with a higher token, and cancels', () => {
    const owed = take({
      events: [],
      effects: [{ kind: 'route', key: 'r', dueAt: 5, payload: { epoch: 1 } }],
    });
    expect(owed.effects).toEqual([
      {
        id: 'r',
        kind: 'route',
        dueAt: 5,
        payload: { epoch: 1 },
        attempts: 0,
        arms: 1,
        token: 1,
        leaseUntil: 0,
        quarantined: false,
        error: null,
      },
    ]);
    const again = take({ events: [], effects: [{ kind: 'route', key: 'r', dueAt: 9 }] }, { ...owed, _v: 7 });
    expect(again.effects).toMatchObject([{ id: 'r', dueAt: 9, arms: 2, token: 8, payload: {} }]);
    const same = take({ events: [], effects: [{ kind: 'route', key: 'r', dueAt: 9 }] }, owed);
    expect(same.effects[0]?.token).toBe(2);
    expect(take({ events: [], cancel: ['r'] }, owed).effects).toEqual([]);
  });

  it('leases to the committing process what is due at once, and nothing that is due later', () => {
    const effects = [
      { kind: 'route' as const, key: 'now', dueAt: 1_000 },
      { kind: 'clock' as const, key: 'later', dueAt: 1_001 },
    ];
    expect(take({ events: [], effects }, fresh, { claimUntil: 9_000 }).effects).toMatchObject([
      { id: 'now', attempts: 1, leaseUntil: 9_000 },
      { id: 'later', attempts: 0, leaseUntil: 0 },
    ]);
  });

  it('takes a document out of the list of set-aside work once a command calls the effect off', () => {
    const owed = take({ events: [], effects: [{ kind: 'route', key: 'r', dueAt: 5 }] });
    const aside = { ...owed, effects: owed.effects.map((effect) => ({ ...effect, quarantined: true })) };
    expect(take({ events: [told('noted')] }, aside).index.lists).toContain('quarantined');
    expect(take({ events: [], cancel: ['r'] }, aside).index.lists).not.toContain('quarantined');
  });
});

describe('when something is owed next', () => {
  const effect = (dueAt: number, more: object = {}) => ({
    ...take({ events: [], effects: [{ kind: 'look', key: `k${dueAt}`, dueAt }] }).effects[0],
    ...more,
  });
  const docOf = (effects: readonly object[], more: object = {}) =>
    ({ ...makeAggregate('x', more), effects }) as Parameters<typeof nextDueAt>[0];

  it('is never without anything owed', () => {
    expect(nextDueAt(docOf([]))).toBeNull();
  });

  it('is the earliest effect, or the end of its lease, whichever is later for each', () => {
    expect(nextDueAt(docOf([effect(70), effect(50), effect(60)]))).toBe(50);
    expect(nextDueAt(docOf([effect(50, { leaseUntil: 90 }), effect(60)]))).toBe(60);
    expect(nextDueAt(docOf([effect(50, { leaseUntil: 90 })]))).toBe(90);
  });

  it('does not count what waits for a person', () => {
    expect(nextDueAt(docOf([effect(50, { quarantined: true }), effect(60)]))).toBe(60);
  });

  it('is shortly after the first event that is not in the log, if that comes first', () => {
    const doc = take({ events: [told('opened')] });
    expect(doc.nextDueAt).toBe(1_000 + logGraceMs);
    expect(nextDueAt({ ...doc, effects: docOf([effect(50)]).effects })).toBe(50);
    expect(nextDueAt({ ...doc, tail: [] })).toBe(logGraceMs);
    expect(nextDueAt({ ...doc, logged: 1 })).toBeNull();
  });
});

describe('the list of set-aside work', () => {
  const [plain] = take({ events: [], effects: [{ kind: 'look', key: 'k', dueAt: 1 }] }).effects;
  const index = { lists: ['case'], sort: 's' };

  it('names a document exactly while one of its effects is set aside', () => {
    const aside = plain === undefined ? [] : [{ ...plain, quarantined: true }];
    const listed = withQuarantine(index, aside);
    expect(listed.lists).toEqual(['case', 'quarantined']);
    expect(withQuarantine(listed, aside)).toBe(listed);
    expect(withQuarantine(listed, [])).toEqual(index);
    expect(withQuarantine(index, plain === undefined ? [] : [plain])).toBe(index);
  });
});

describe('the names of streams', () => {
  it('are the id itself for a case, and kind and id for everything else', () => {
    expect(streamId('case', 'abc')).toBe('abc');
    expect(streamId('pool', 'emea')).toBe('pool:emea');
    expect(idInStream('abc')).toBe('abc');
    expect(idInStream('connection:erp:2')).toBe('erp:2');
  });
});
