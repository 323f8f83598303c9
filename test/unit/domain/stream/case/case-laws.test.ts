import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyChain } from '../../../../../domain/ledger/chain-event.ts';
import { dutiesFor, wakeKey } from '../../../../../domain/stream/case/asides.ts';
import { emptyCase } from '../../../../../domain/stream/case/case-state.ts';
import { caseStream } from '../../../../../domain/stream/case/case-stream.ts';
import {
  decideAccept,
  decideAssign,
  decideClaim,
  decideDecline,
  decideRelease,
  decideReroute,
  decideSee,
} from '../../../../../domain/stream/case/commands/hand-over.ts';
import { decideExpired, decideWithdraw } from '../../../../../domain/stream/case/commands/move.ts';
import { decideMoveOn } from '../../../../../domain/stream/case/commands/move-on.ts';
import {
  decideSnooze,
  decideWake,
  decideWakeDue,
} from '../../../../../domain/stream/case/commands/put-aside.ts';
import {
  decideHoldOver,
  decideTryAgain,
  decideUnacknowledged,
} from '../../../../../domain/stream/case/commands/routed.ts';
import { decideAnswer, decideAsk, decideComment } from '../../../../../domain/stream/case/commands/talk.ts';
import { decideEscalate, decidePriority } from '../../../../../domain/stream/case/commands/urgency.ts';
import { decideUnwatch, decideWatch } from '../../../../../domain/stream/case/commands/watch.ts';
import { uncountedKinds } from '../../../../../domain/stream/case/evolve-case.ts';
import { readersLimit } from '../../../../../domain/stream/case/readers-of.ts';
import { isUndecided } from '../../../../../domain/stream/case/settled-route.ts';
import { workOf } from '../../../../../domain/stream/case/work-rows.ts';
import { nextDueAt } from '../../../../../domain/stream/next-due-at.ts';
import { type Bench, by, Given, given, later, type Step } from '../../../../support/case-bench.ts';
import {
  edits,
  gateTicks,
  queued,
  retracts,
  routed,
  routedTo,
  submitted,
  takes,
  ticks,
  votes,
  waiting,
} from '../../../../support/case-steps.ts';
import { hour } from '../../../../support/case-world.ts';

const people = fc.constantFrom('ria', 'bo', 'bea', 'lea', 'otto', 'fay', 'finn');
const reasons = fc.constantFrom('', 'because');
const held = routed({
  terminal: 'held',
  hold: { until: Date.UTC(2026, 2, 5), owner: 'procurement-lead', reason: 'freeze' },
});

/** A worker decides an epoch only while it is undecided, as the protocol has it. */
const whileUndecided =
  (step: Step): Step =>
  (bench) =>
    isUndecided(bench.doc.state) ? step(bench) : { bench };

const routings = fc
  .oneof(
    fc.constantFrom('bo', 'bea').map((person) => routedTo(person, { acknowledgeWithin: { duration: '1h' } })),
    fc.constantFrom(queued, waiting, held, routed({}, null)),
  )
  .map(whileUndecided);
const hands = fc.tuple(people, people, reasons).chain(([who, to, reason]) =>
  fc.constantFrom<Step>(
    by(who, (state, world) => decideAssign(state, { to, reason }, world)),
    by(who, decideClaim),
    by(who, (state, world) => decideRelease(state, { reason }, world)),
    by(who, (state, world) => decideDecline(state, { reason }, world)),
    by(who, decideSee),
    by(who, decideAccept),
    by(who, (state, world) => decideReroute(state, { reason }, world)),
    by('system', (state, world) => decideMoveOn(state, { person: to, seated: true }, world)),
  ),
);
const talk = fc.tuple(people, reasons).chain(([who, text]) =>
  fc.constantFrom<Step>(
    by(who, (state, world) => decideComment(state, { text, visibility: 'public', mentions: ['bea'] }, world)),
    by(who, (state, world) => decideAsk(state, { question: text }, world)),
    by(who, (state, world) => decideAnswer(state, { answer: text }, world)),
    by(who, (state, world) => decidePriority(state, { value: 1, reason: text }, world)),
    by(who, (state, world) => decideEscalate(state, { reason: text }, world)),
  ),
);
const asides = fc.tuple(people, fc.constantFrom(hour, 48 * hour)).chain(([who, ms]) =>
  fc.constantFrom<Step>(
    by(who, decideWatch),
    by(who, decideUnwatch),
    by(who, (state, world) => decideSnooze(state, { until: world.now + ms }, world)),
    by(who, decideWake),
    by('system', (state, world) => decideWakeDue(state, who, world)),
  ),
);
const moves = fc
  .tuple(people, fc.constantFrom('order', 'finish', 'reject', 'withdraw', 'reopen'), reasons)
  .map(([who, transition, comment]) => takes(who, transition, comment));
const decisions = fc
  .tuple(fc.constantFrom('fay', 'finn', 'ria'), fc.constantFrom('approve' as const, 'reject' as const))
  .chain(([who, decision]) => fc.constantFrom(votes(who, decision, { comment: 'so' }), retracts(who)));
const wakeUps = fc.constantFrom<Step>(
  ticks('first'),
  ticks('whole'),
  gateTicks('finance'),
  by('system', decideTryAgain),
  by('system', (state, world) => decideHoldOver(state, state.epoch, world)),
  by('system', (state, world) => decideUnacknowledged(state, state.epoch, world)),
  by('system', (state, world) => decideExpired(state, { transition: 'finish', state: 'gone' }, world)),
  by('ria', (state, world) => decideWithdraw(state, { reason: '' }, world)),
);
const changes = fc
  .tuple(people, fc.constantFrom(500, 5_000))
  .map(([who, amount]) => edits(who, { amount: { amount, currency: 'EUR' } }));
const waits = fc.constantFrom(1_000, hour, 30 * hour).map(later);
const story = fc.tuple(
  fc.constantFrom(500, 5_000),
  fc.array(fc.oneof(routings, hands, talk, asides, moves, decisions, wakeUps, changes, waits), {
    maxLength: 30,
  }),
);

/** Every bench a story leads through; a refused step leaves the case as it was. */
function* benchesOf([amount, steps]: readonly [number, readonly Step[]]): Generator<[Bench, Bench]> {
  let bench = given(submitted(amount)).bench;
  yield [given().bench, bench];
  for (const step of steps) {
    const outcome = new Given(bench).when(step);
    yield [bench, outcome.bench];
    bench = outcome.bench;
  }
}
const holds = (law: (bench: Bench, before: Bench) => void) =>
  fc.assert(
    fc.property(story, (told) => {
      for (const [before, bench] of benchesOf(told)) law(bench, before);
    }),
    { numRuns: 60 },
  );

describe('whatever happens to a case', () => {
  it('its state is the fold of its events, and they form one chain', () => {
    fc.assert(
      fc.property(story, (told) => {
        const { doc } = [...benchesOf(told)].at(-1)?.[1] ?? given().bench;
        const folded = doc.tail.reduce((state, { event, sealed }) => {
          const human = Object.fromEntries(Object.entries(sealed).map(([name, { value }]) => [name, value]));
          return caseStream.evolve(state, { ...event, human });
        }, emptyCase);
        expect(folded).toEqual(doc.state);
        expect(verifyChain(doc.tail)).toBeUndefined();
        expect(doc.tail.at(-1)?.hash).toBe(doc.head);
        expect(doc.tail).toHaveLength(doc.seq);
      }),
      { numRuns: 60 },
    );
  });

  it('its rev counts its events but those beside it, and every write leaves a due time that is the least of what is owed', () => {
    holds(({ doc }, before) => {
      const news = doc.tail.filter(({ event }) => event.seq > before.doc.seq);
      const counted = news.filter(({ event }) => !uncountedKinds.has(event.kind));
      expect(doc.rev - before.doc.rev).toBe(counted.length);
      expect(doc.nextDueAt).toBe(nextDueAt(doc));
      const owed = doc.effects.map(({ dueAt, leaseUntil }) => Math.max(dueAt, leaseUntil));
      expect(doc.nextDueAt).toBeLessThanOrEqual(Math.min(...owed, Number.POSITIVE_INFINITY));
    });
  });

  it('somebody answers for it while it is open, and it is readable by no more than 64', () => {
    holds(({ doc }) => {
      if (doc.state.open) expect(doc.state.accountable).not.toBe('');
      expect(doc.index.readers?.length).toBeLessThanOrEqual(readersLimit);
      expect(doc.index.readers).toContain('person:ria');
    });
  });

  it('closed it owes no routing, clock or escalation, has no work rows and no open gate', () => {
    holds(({ doc }) => {
      if (doc.state.open) return;
      const kinds = doc.effects.map(({ kind }) => kind);
      for (const kind of ['route', 'clock', 'escalate'] as const) expect(kinds).not.toContain(kind);
      expect(workOf(doc.state)).toEqual([]);
      expect(doc.state.gates.filter(({ status }) => status === 'open')).toEqual([]);
    });
  });

  it('open and undecided it owes the routing of that epoch and of no other', () => {
    holds(({ doc }) => {
      const owed = doc.effects.filter(({ kind }) => kind === 'route').map(({ id }) => id);
      if (isUndecided(doc.state)) expect(owed).toContain(`route:${doc.state.epoch}`);
      for (const id of owed) expect(id).toBe(`route:${doc.state.epoch}`);
    });
  });

  it('its epoch never falls, and no decided epoch is decided otherwise', () => {
    holds(({ doc }, before) => {
      expect(doc.state.epoch).toBeGreaterThanOrEqual(before.doc.state.epoch);
      for (const [epoch, decided] of Object.entries(before.doc.state.routed))
        expect(doc.state.routed[epoch]).toEqual(decided);
    });
  });

  it('who put it aside is asked something of it, and is woken in time', () => {
    holds(({ doc }) => {
      for (const { person, until } of doc.state.asides ?? []) {
        expect(dutiesFor(doc.state, person)).not.toEqual([]);
        expect(doc.effects.find(({ id }) => id === wakeKey(person))?.dueAt).toBe(until);
      }
      const kept = doc.effects.filter(({ id }) => id.startsWith('wake:'));
      expect(kept).toHaveLength(doc.state.asides?.length ?? 0);
    });
  });

  it('a change of owner owes the seats of both', () => {
    holds(({ doc }, before) => {
      const [was, is] = [before.doc.state.owner, doc.state.owner];
      if (was === is) return;
      const owed = doc.effects.map(({ id }) => id);
      if (was !== null) expect(owed).toContain(`seat:${was}`);
    });
  });
});
