import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../domain/hash/canonical-json.ts';
import { chainEvents, verifyChain } from '../../../../domain/ledger/chain-event.ts';
import type { Aggregate } from '../../../../domain/stream/aggregate.ts';
import { applyDecision } from '../../../../domain/stream/apply-decision.ts';
import { caseStream } from '../../../../domain/stream/case/case-stream.ts';
import type { ChainedEvent } from '../../../../domain/stream/event.ts';
import { markLogged, tailLimit } from '../../../../domain/stream/mark-logged.ts';
import { logGraceMs } from '../../../../domain/stream/next-due-at.ts';
import { given } from '../../../support/case-bench.ts';
import { submitted } from '../../../support/case-steps.ts';
import { makeAggregate } from '../../../support/make-aggregate.ts';

const bytesOf = (entry: ChainedEvent): number => new TextEncoder().encode(canonicalJson(entry)).length;

/** A document with events whose texts are this long, none of them logged. */
function withTexts(texts: readonly string[]): Aggregate {
  const events = texts.map((text, i) => ({
    v: 1 as const,
    stream: 'c1',
    seq: i + 1,
    kind: 'commented',
    at: i,
    actor: { kind: 'person' as const, id: 'ria' },
    command: { id: `c${i}`, body: '' },
    data: { text },
  }));
  const tail = chainEvents(events);
  return makeAggregate('c1', { tail, seq: tail.length, head: tail.at(-1)?.hash ?? '' });
}
const many = (count: number, length = 10) =>
  withTexts(Array.from({ length: count }, () => 'x'.repeat(length)));

describe('marking events as logged', () => {
  it('keeps the last 50, and whatever is not logged yet', () => {
    expect(markLogged(many(60), 60).tail.map(({ event }) => event.seq)).toEqual(
      Array.from({ length: tailLimit }, (_one, i) => i + 11),
    );
    expect(markLogged(many(60), 5).tail).toHaveLength(55);
  });

  it('changes nothing when it was known already', () => {
    const doc = markLogged(many(3), 2);
    expect(markLogged(doc, 2)).toBe(doc);
    expect(markLogged(doc, 1)).toBe(doc);
  });

  it('owes nothing any more once all is logged, and the rest until then', () => {
    expect(markLogged(many(3), 3).nextDueAt).toBeNull();
    expect(markLogged(many(3), 1).nextDueAt).toBe(1 + logGraceMs);
  });

  it('counts bytes, not letters', () => {
    const letters = withTexts(Array.from({ length: 4 }, () => 'ж'.repeat(4_000)));
    expect(markLogged(letters, 4).tail).toHaveLength(1);
  });

  it('keeps the last event however large, so that time never goes back', () => {
    const large = given(submitted(500, { title: 'x'.repeat(20_000) })).bench.doc;
    const one = markLogged({ ...large, tail: large.tail.slice(0, 1), seq: 1 }, 1);
    expect(one.tail).toHaveLength(1);
    const next = applyDecision(
      caseStream,
      { ...one, head: one.tail[0]?.hash ?? '' },
      { events: [{ kind: 'seen', data: {} }] },
      { now: 5, actor: { kind: 'person', id: 'bo' }, command: { id: 'c', body: '' }, salt: () => 'ab' },
    );
    expect(verifyChain(next.tail)).toBeUndefined();
  });

  it('keeps an unbroken end of the tail: all that is unlogged, and of the logged no more than 50 or 16 kB', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({ maxLength: 40 }).map((text) => text.repeat(60)),
          { minLength: 1, maxLength: 70 },
        ),
        fc.nat(70),
        (texts, upTo) => {
          const doc = withTexts(texts);
          const logged = Math.min(upTo, doc.seq);
          const next = markLogged(doc, logged);
          expect(next.tail).toEqual(doc.tail.slice(doc.tail.length - next.tail.length));
          expect(next.logged).toBe(logged);
          if (logged === 0) return;
          const unlogged = next.tail.filter(({ event }) => event.seq > logged);
          expect(unlogged).toHaveLength(doc.seq - logged);
          const kept = next.tail.length - unlogged.length;
          const bytes = next.tail.reduce((sum, entry) => sum + bytesOf(entry), 0);
          if (kept > 0 && next.tail.length > 1) {
            expect(next.tail.length).toBeLessThanOrEqual(tailLimit);
            expect(bytes).toBeLessThanOrEqual(16_384);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
