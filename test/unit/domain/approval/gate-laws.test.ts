import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { refusalToDecide } from '../../../../domain/approval/decide-gate.ts';
import type { Delegation } from '../../../../domain/approval/delegation.ts';
import { type GateState, seatOf, type Vote } from '../../../../domain/approval/gate-state.ts';
import { presentStep } from '../../../../domain/approval/open-gate.ts';
import { refusalToRetract, retractVote } from '../../../../domain/approval/retract-vote.ts';
import {
  attemptBy,
  carriedOn,
  decide,
  delegation,
  directoryOf,
  gateOf,
  matter,
  now,
  opened,
  person,
  type Scene,
  seatingFor,
} from './gate-setting.ts';

const people = ['ana', 'bo', 'cy', 'di', 'rita'] as const;
const anybody = fc.constantFrom(...people);
const some = fc.subarray([...people]);

/** A company in which roles, absences and delegations may be anything. */
const company = fc.record({
  signer: some,
  lead: some,
  head: some,
  absent: some,
  pairs: fc.uniqueArray(fc.tuple(anybody, anybody), {
    maxLength: 4,
    selector: ([from, to]) => `${from}-${to}`,
  }),
});
type Random = typeof company extends fc.Arbitrary<infer T> ? T : never;

const quorum = fc.oneof(
  fc.constant({ kind: 'any' }),
  fc.constant({ kind: 'all' }),
  fc.integer({ min: 1, max: 3 }).map((n) => ({ kind: 'n', n })),
  fc.integer({ min: 1, max: 100 }).map((percent) => ({ kind: 'percent', percent })),
);
const gate = fc
  .record({ first: quorum, second: fc.option(quorum, { nil: undefined }) })
  .map(({ first, second }) => {
    const step = { title: 'Signs', approvers: [{ role: 'signer' }], backup: [{ role: 'lead' }] };
    const steps = [
      { ...step, id: 's1', quorum: first },
      ...(second ? [{ ...step, id: 's2', quorum: second }] : []),
    ];
    return gateOf({}, { steps, escalation: [{ role: 'head' }] });
  });
const about = fc.record({ behalf: fc.option(anybody), editors: fc.subarray(['ana', 'rita']) });

function sceneOf(
  one: typeof gate extends fc.Arbitrary<infer T> ? T : never,
  around: Random,
  facts: { behalf: string | null; editors: string[] },
): Scene {
  const { signer, lead, head, absent, pairs } = around;
  const delegations: Delegation[] = pairs.map(([from, to]) => delegation(from, to));
  const directory = directoryOf({
    people: people.map((id) => person(id, absent.includes(id) ? { away: { since: 0, until: null } } : {})),
    roles: { signer, lead, head },
    delegations,
  });
  return { gate: one, directory, matter: { ...matter, ...facts } };
}

/** Who may never decide, said again without the code under test. */
function barred({ matter: facts, directory }: Scene): Set<string> {
  const asked = [facts.requester, facts.behalf];
  return new Set(
    [
      ...asked,
      ...facts.editors,
      ...directory.delegations.filter(({ from }) => asked.includes(from)).map(({ to }) => to),
    ].filter((one) => one !== null),
  );
}

/** Whether a person could have any ground at all to sign for this seat, said again naively; `ever` are all who were signers so far. */
function hasGround(scene: Scene, vote: Vote, ever: ReadonlySet<string>): boolean {
  const { directory } = scene;
  const there = directory.person(vote.person)?.away === null;
  const isSigner = (one: string) => directory.holdersOf('signer').includes(one);
  const wentFromSeat = (one: string) => ever.has(one) && directory.person(one)?.away !== null;
  const helps =
    directory.holdersOf('lead').includes(vote.person) || directory.holdersOf('head').includes(vote.person);
  if (vote.as === 'delegate')
    return (
      there &&
      directory.delegations.some(({ from, to }) => from === vote.for && to === vote.person) &&
      (isSigner(vote.for ?? '') || wentFromSeat(vote.for ?? ''))
    );
  return there && (vote.as === undefined ? isSigner(vote.person) : helps);
}

const counting = (state: GateState, step?: number): Vote[] =>
  state.steps
    .filter((_, index) => step === undefined || index === step)
    .flatMap(({ votes }) => votes)
    .filter((vote) => vote.retractedAt === undefined && !vote.late);
const distinct = (values: readonly string[]) => new Set(values).size === values.length;

const move = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('vote' as const),
      who: anybody,
      other: fc.option(anybody, { nil: undefined }),
      decision: fc.constantFrom(
        'approve' as const,
        'approve' as const,
        'approve' as const,
        'reject' as const,
        'return' as const,
      ),
      basis: fc.constantFrom('b1', 'b1', 'b1', 'b0'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('retract' as const), who: anybody }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('change' as const), to: company }) },
);

describe('laws of approval gates', () => {
  test.prop([gate, company, about, fc.array(move, { maxLength: 25 })], { numRuns: 400 })(
    'nobody decides on their own request, nobody and no seat counts twice, the quorum is exact, and it is decided once',
    (one, first, facts, moves) => {
      const run: Run = {
        scene: sceneOf(one, first, facts),
        state: opened(sceneOf(one, first, facts)),
        last: '',
        ever: new Set(first.signer),
      };
      for (const [index, next] of moves.entries()) {
        const at = now + 50 * (index + 1);
        if (next.kind === 'change') {
          run.scene = sceneOf(one, next.to, facts);
          run.ever = new Set([...run.ever, ...next.to.signer]);
        } else if (next.kind === 'retract') takeBack(run, next.who, at);
        else vote(run, next, at);
      }
    },
  );

  test.prop([gate, company, about, fc.infiniteStream(fc.nat())], { numRuns: 400 })(
    'a gate without an incident can be brought to its end by those who sit, in whatever order they sign',
    (one, around, facts, dice) => {
      const scene = sceneOf(one, around, facts);
      let state = opened(scene);
      for (let turn = 0; turn < 20; turn += 1) {
        const step = presentStep(state);
        if (step === undefined) break;
        const seating = seatingFor(scene, state);
        if (seating.incident !== null) return;
        const signed = new Set(counting(state).map((vote) => vote.person));
        const waiting = seating.approvers.filter((entry) => !signed.has(entry.person));
        const chosen = waiting[(dice.next().value ?? 0) % waiting.length];
        expect(chosen).toBeDefined();
        state = carriedOn(
          scene,
          decide(scene, state, chosen?.person ?? '', { for: chosen ? seatOf(chosen) : '' }),
        );
      }
      expect(state.status).toBe('approved');
    },
  );

  test.prop([gate, company, about])(
    'a gate is an incident exactly when those who sit cannot reach its quorum',
    (one, around, facts) => {
      const scene = sceneOf(one, around, facts);
      const { approvers, needed, incident } = seatingFor(scene);
      const seats = new Set(approvers.map(seatOf));
      expect(incident === null).toBe(seats.size >= needed);
      expect(incident === 'nobody').toBe(approvers.length === 0);
      expect(needed).toBeGreaterThanOrEqual(1);
      for (const entry of approvers)
        expect(barred(scene).has(entry.person) || barred(scene).has(seatOf(entry))).toBe(false);
    },
  );
});

/** A gate in the course of its life; `last` is who did the last thing on the case, `ever` who was a signer at any time. */
interface Run {
  ever: ReadonlySet<string>;
  scene: Scene;
  state: GateState;
  last: string;
}

interface Ballot {
  readonly who: string;
  readonly other: string | undefined;
  readonly decision: 'approve' | 'reject' | 'return';
  readonly basis: string;
}

function takeBack(run: Run, actor: string, at: number): void {
  const attempt = { gateState: run.state, actor, revUnchanged: run.last === actor, at };
  if (refusalToRetract(attempt)) return;
  run.state = retractVote(attempt);
  run.last = '';
  expect(run.state.status).toBe('open');
}

function vote(run: Run, { who, other, decision, basis }: Ballot, at: number): void {
  const { scene, state: before } = run;
  const more = { decision, basis, at, ...(other === undefined ? {} : { for: other }) };
  if (refusalToDecide(attemptBy(scene, before, who, more))) return;
  const result = decide(scene, before, who, more);
  const state = carriedOn(scene, result, at);
  run.state = state;
  run.last = who;
  expect(barred(scene).has(who)).toBe(false);
  expect(basis).toBe('b1');
  expect(seatOf(result.vote)).toBe(other ?? seatOf(result.vote));
  const kept = state.steps.flatMap(({ votes }) => votes);
  expect(before.steps.flatMap(({ votes }) => votes).every((one) => kept.includes(one))).toBe(true);
  if (result.late) {
    expect({ ...state, steps: [] }).toEqual({ ...before, steps: [] });
    return;
  }
  expect(before.status).toBe('open');
  expect(hasGround(scene, result.vote, run.ever)).toBe(true);
  expect(distinct(counting(state).map((one) => one.person))).toBe(true);
  expect(distinct(counting(state, before.step).map(seatOf))).toBe(true);
  expectExactQuorum(scene, before, state, decision);
}

/** Holds the outcome against a naive count. */
function expectExactQuorum(scene: Scene, before: GateState, after: GateState, decision: string): void {
  const definition = scene.gate.steps[before.step];
  const step = after.steps[before.step];
  const votes = counting(after, before.step);
  if (decision !== 'approve') {
    expect(after.status).toBe(decision === 'reject' ? 'rejected' : 'returned');
    return;
  }
  const last = before.step === scene.gate.steps.length - 1;
  const passed = step?.status === 'approved';
  expect(passed).toBe(votes.length >= (step?.needed ?? 0));
  expect(after.status).toBe(passed && last ? 'approved' : 'open');
  const { quorum: kind } = definition ?? { quorum: { kind: 'none' } };
  if (kind.kind === 'any') expect(passed).toBe(true);
  if (kind.kind === 'n' && 'n' in kind) expect(passed).toBe(votes.length >= kind.n);
  if (kind.kind !== 'all' || !passed) return;
  const everybody = new Set(counting(after).map((vote) => vote.person));
  const covered = new Set(votes.map(seatOf));
  for (const holder of scene.directory.holdersOf('signer'))
    expect(covered.has(holder) || everybody.has(holder) || barred(scene).has(holder)).toBe(true);
}
