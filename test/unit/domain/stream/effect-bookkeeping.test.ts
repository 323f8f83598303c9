import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assert as must } from '../../../../domain/error/assert.ts';
import type { Aggregate } from '../../../../domain/stream/aggregate.ts';
import { applyDecision, freshAggregate } from '../../../../domain/stream/apply-decision.ts';
import type { CaseState } from '../../../../domain/stream/case/case-state.ts';
import { caseStream } from '../../../../domain/stream/case/case-stream.ts';
import type { Effect } from '../../../../domain/stream/effect.ts';
import {
  claimEffect,
  completeEffect,
  holdsEffect,
  quarantineEffect,
  redriveEffect,
  retryEffect,
} from '../../../../domain/stream/effect-bookkeeping.ts';
import { nextDueAt } from '../../../../domain/stream/next-due-at.ts';

type Doc = Aggregate<CaseState>;
const key = 'route:1';
const written = (doc: Doc): Doc => ({ ...doc, _v: doc._v + 1 });
const arm = (doc: Doc, now: number, claimUntil = 0): Doc =>
  written(
    applyDecision(
      caseStream,
      doc,
      { events: [], effects: [{ kind: 'route', key, dueAt: now, payload: { epoch: 1 } }] },
      {
        now,
        claimUntil,
        actor: { kind: 'person', id: 'ria' },
        command: { id: 'c', body: '' },
        salt: () => 'ab',
      },
    ),
  );
const fresh = freshAggregate(caseStream, 'c1');
const armed = arm(fresh, 100);
const effectOf = (doc: Doc): Effect => {
  const found = doc.effects.find(({ id }) => id === key);
  must(found !== undefined, 'it is owed');
  return found;
};
const claim = (doc: Doc, now: number, until = now + 10): { doc: Doc; token: number } => {
  const claimed = claimEffect(doc, key, now, until);
  must(claimed !== undefined, 'it can be claimed');
  return { doc: written(claimed.doc), token: claimed.effect.token };
};

describe('claiming an effect', () => {
  it('gives a higher token and a lease, and counts the attempt before it runs', () => {
    const before = effectOf(armed);
    const { doc } = claim(armed, 100, 130);
    expect(effectOf(doc)).toMatchObject({ attempts: 1, leaseUntil: 130 });
    expect(effectOf(doc).token).toBeGreaterThan(before.token);
    expect(doc.nextDueAt).toBe(130);
  });

  it('is not possible before its time, under another’s lease, in quarantine, or when it is gone', () => {
    expect(claimEffect(armed, key, 99, 200)).toBeUndefined();
    const { doc, token } = claim(armed, 100, 130);
    expect(claimEffect(doc, key, 129, 200)).toBeUndefined();
    expect(claimEffect(doc, key, 130, 200)).toBeDefined();
    expect(claimEffect(quarantineEffect(doc, key, token, 'x'), key, 200, 300)).toBeUndefined();
    expect(claimEffect(armed, 'route:2', 100, 200)).toBeUndefined();
  });

  it('comes with the commit where the committing process asks for it', () => {
    expect(effectOf(arm(fresh, 100, 150))).toMatchObject({ attempts: 1, leaseUntil: 150 });
    expect(effectOf(arm(fresh, 100, 100))).toMatchObject({ attempts: 0, leaseUntil: 0 });
  });
});

describe('ending an effect', () => {
  it('removes it when the token is the holder’s', () => {
    const { doc, token } = claim(armed, 100);
    expect(holdsEffect(doc, key, token)).toBe(true);
    expect(completeEffect(doc, key, token)).toMatchObject({ effects: [], nextDueAt: null });
  });

  it('puts it off after a failure, with what went wrong', () => {
    const { doc, token } = claim(armed, 100);
    const retried = retryEffect(doc, key, token, { dueAt: 500, error: 'timeout' });
    expect(effectOf(retried)).toMatchObject({
      dueAt: 500,
      leaseUntil: 0,
      attempts: 1,
      arms: 2,
      error: 'timeout',
    });
    expect(retried.nextDueAt).toBe(500);
  });

  it('sets it aside for a person, in the list of what waits for one', () => {
    const { doc, token } = claim(armed, 100);
    const aside = quarantineEffect(doc, key, token, 'broken');
    expect(effectOf(aside)).toMatchObject({ quarantined: true, leaseUntil: 0, error: 'broken' });
    expect(aside.index.lists).toContain('quarantined');
    expect(aside.nextDueAt).toBeNull();
    expect(holdsEffect(aside, key, token)).toBe(false);
  });

  it('gives it another life with attempts from 0 and the token it had', () => {
    const { doc, token } = claim(armed, 100);
    const again = redriveEffect(quarantineEffect(doc, key, token, 'broken'), key, 700);
    expect(effectOf(again)).toMatchObject({ attempts: 0, arms: 2, dueAt: 700, quarantined: false, token });
    expect(again.index.lists).not.toContain('quarantined');
    expect(effectOf(redriveEffect(armed, key, 700))).toEqual(effectOf(armed));
  });

  it('is not for a stale token: it completes, puts off and sets aside nothing', () => {
    const first = claim(armed, 100, 110);
    const second = claim(first.doc, 110, 120);
    expect(completeEffect(second.doc, key, first.token)).toBe(second.doc);
    expect(retryEffect(second.doc, key, first.token, { dueAt: 1, error: 'x' })).toBe(second.doc);
    expect(quarantineEffect(second.doc, key, first.token, 'x')).toBe(second.doc);
  });

  it('leaves the other effects alone', () => {
    const two = applyDecision(
      caseStream,
      armed,
      { events: [], effects: [{ kind: 'look', key: 'look', dueAt: 1 }] },
      { now: 1, actor: { kind: 'person', id: 'ria' }, command: { id: 'c', body: '' }, salt: () => '' },
    );
    const { doc, token } = claim(written(two), 100);
    expect(completeEffect(doc, key, token).effects.map(({ id }) => id)).toEqual(['look']);
  });
});

/** A document that is claimed, failed and redriven over time, and every token it gave. */
interface Life {
  doc: Doc;
  now: number;
  held: number;
  readonly given: number[];
}

const lifeMoves: Readonly<Record<string, (life: Life) => void>> = {
  wait: (life) => {
    life.now += 20;
  },
  arm: (life) => {
    life.doc = arm(life.doc, life.now);
  },
  claim: (life) => {
    const claimed = claimEffect(life.doc, key, life.now, life.now + 10);
    if (claimed === undefined) return;
    life.doc = written(claimed.doc);
    life.held = claimed.effect.token;
    expect(life.held).toBeGreaterThan(Math.max(0, ...life.given));
    life.given.push(life.held);
  },
  complete: (life) => {
    life.doc = written(completeEffect(life.doc, key, life.held));
  },
  stale: ({ doc, given }) => {
    for (const token of given.slice(0, -1)) expect(completeEffect(doc, key, token)).toBe(doc);
  },
  retry: (life) => {
    life.doc = written(retryEffect(life.doc, key, life.held, { dueAt: life.now + 5, error: 'x' }));
  },
  quarantine: (life) => {
    life.doc = written(quarantineEffect(life.doc, key, life.held, 'x'));
  },
  redrive: (life) => {
    const tokens = life.doc.effects.map(({ token }) => token);
    life.doc = written(redriveEffect(life.doc, key, life.now));
    expect(life.doc.effects.map(({ token }) => token)).toEqual(tokens);
  },
};

describe('tokens', () => {
  const moves = fc.array(fc.constantFrom(...Object.keys(lifeMoves)), { maxLength: 60 });

  it('strictly rise for ever, across completion, failure, quarantine and redrive', () => {
    fc.assert(
      fc.property(moves, (sequence) => {
        const life: Life = { doc: armed, now: 100, held: 0, given: [] };
        for (const move of sequence) {
          lifeMoves[move]?.(life);
          const { doc } = life;
          expect(doc.nextDueAt).toBe(nextDueAt(doc));
          expect(doc.rev).toBe(armed.rev);
          expect(doc.index.lists.includes('quarantined')).toBe(doc.effects.some((one) => one.quarantined));
        }
      }),
    );
  });
});
