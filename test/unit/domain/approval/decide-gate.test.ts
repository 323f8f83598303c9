import { describe, expect, it } from 'vitest';
import { cancelGate } from '../../../../domain/approval/close-step.ts';
import { applyVote, refusalToDecide, requireDecision } from '../../../../domain/approval/decide-gate.ts';
import type { DecisionAttempt } from '../../../../domain/approval/decision-attempt.ts';
import { signersOf } from '../../../../domain/approval/gate-state.ts';
import { isBetweenSteps, openNextStep, presentStep } from '../../../../domain/approval/open-gate.ts';
import { staleGate } from '../../../../domain/approval/stale-gates.ts';
import { DomainError } from '../../../../domain/error/domain-error.ts';
import {
  attemptBy,
  type Company,
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

const signers = (...signer: string[]): Company => ({ roles: { signer } });
const sceneOf = (company: Company, step: object = {}, gate: object = {}): Scene => ({
  gate: gateOf(step, gate),
  directory: directoryOf(company),
  matter,
});
const step = { title: 'Signs', approvers: [{ role: 'signer' }], quorum: { kind: 'any' } };
const inTwoSteps = {
  steps: [
    { ...step, id: 's1' },
    { ...step, id: 's2', approvers: [{ role: 'lead' }] },
  ],
};
const away = (id: string) => person(id, { away: { since: 0, until: null } });

describe('deciding', () => {
  const scene = sceneOf(
    { ...signers('ana', 'bo', 'rita'), delegations: [delegation('bo', 'cy')] },
    { quorum: { kind: 'n', n: 2 } },
  );
  const open = opened(scene);
  const anaSigned = decide(scene, open, 'ana').gateState;
  const cases: [string, Partial<DecisionAttempt>, string | undefined, RegExp?][] = [
    ['is for an approver', {}, undefined],
    ['is for a delegate', { actor: 'cy' }, undefined],
    ['is for a delegate who says for whom', { actor: 'cy', for: 'bo' }, undefined],
    [
      'is refused to the requester, whatever roles they hold',
      { actor: 'rita' },
      'SELF_DECISION',
      /^This is your own request; somebody else/,
    ],
    [
      'is refused to the person it is for',
      { exclusions: new Map([['ana', 'behalf']]) },
      'SELF_DECISION',
      /on your behalf/,
    ],
    [
      'is refused to a delegate of the requester',
      { exclusions: new Map([['ana', 'delegate-of-requester']]) },
      'SELF_DECISION',
      /stand in for the requester/,
    ],
    [
      'is refused to the last editor',
      { exclusions: new Map([['ana', 'editor']]) },
      'SELF_DECISION',
      /last to change/,
    ],
    [
      'is refused to a stranger, who learns who can',
      { actor: 'zoe' },
      'NOT_AN_APPROVER',
      /^ana, bo, cy can sign this\.$/,
    ],
    [
      'speaks of people by name',
      { actor: 'zoe', nameOf: (id) => id.toUpperCase() },
      'NOT_AN_APPROVER',
      /^ANA, BO, CY can sign/,
    ],
    [
      'is refused to a stranger of a gate nobody can sign',
      { actor: 'zoe', seating: { approvers: [], needed: 1, incident: 'nobody', missing: [], removed: [] } },
      'NOT_AN_APPROVER',
      /^Nobody can sign this now/,
    ],
    ['is refused for somebody one does not stand in for', { for: 'bo' }, 'NOT_AN_APPROVER'],
    [
      'is refused on a seat that has signed',
      { gateState: anaSigned, seating: seatingFor(scene, anaSigned), actor: 'cy', for: 'ana' },
      'ALREADY_DECIDED',
      /^ana has signed on that seat/,
    ],
    [
      'counts one person once',
      { gateState: anaSigned, seating: seatingFor(scene, anaSigned) },
      'ALREADY_DECIDED',
      /one person counts once/,
    ],
    ['is refused when the basis moved', { basis: 'b0' }, 'BASIS_MOVED', /changed since you read it/],
    ['needs words to reject', { decision: 'reject', commented: false }, 'REASON_REQUIRED', /^Say why/],
    ['needs words to send back', { decision: 'return', commented: false }, 'REASON_REQUIRED', /^Say why/],
    ['needs words to ask', { decision: 'ask', commented: false }, 'REASON_REQUIRED', /^Write your question/],
    ['needs no words to approve', { commented: false }, undefined],
    ['lets somebody ask about what they saw', { decision: 'ask', basis: 'b0' }, undefined],
    ['lets nobody else ask', { decision: 'ask', actor: 'zoe' }, 'NOT_AN_APPROVER'],
    [
      'cannot send back where there is no way back',
      { decision: 'return', gate: gateOf({}, { onReturned: undefined }) },
      'TRANSITION_NOT_OFFERED',
      /approve or reject/,
    ],
    [
      'is refused once called off',
      { gateState: cancelGate(open, now), seating: seatingFor(scene) },
      'GATE_NOT_OPEN',
      /called off/,
    ],
    ['is refused once stale', { gateState: staleGate(open, now) }, 'GATE_NOT_OPEN', /decided anew/],
    [
      'is refused for a step that was never there',
      { step: 's0' },
      'GATE_NOT_OPEN',
      /went on to its next step/,
    ],
    ['is for the step that was seen', { step: 's1' }, undefined],
  ];
  it.each(cases)('%s', (_, when, code, message = /./) => {
    const actor = when.actor ?? 'ana';
    const attempt = { ...attemptBy(scene, open, actor), ...when };
    const refusal = refusalToDecide(attempt);
    expect(refusal?.code).toBe(code);
    if (code === undefined) requireDecision(attempt);
    else {
      expect(refusal?.message).toMatch(message);
      expect(() => requireDecision(attempt)).toThrow(DomainError);
    }
  });

  it('shows what moved', () => {
    const difference = {
      version: false,
      fields: [{ field: 'spend', change: 'changed' as const }],
      attachments: { added: [], removed: [] },
    };
    expect(refusalToDecide(attemptBy(scene, open, 'ana', { basis: 'b0', difference }))?.data).toEqual({
      gate: 'security',
      basis: 'b1',
      difference,
    });
    expect(refusalToDecide(attemptBy(scene, open, 'ana', { basis: 'b0' }))?.data).toMatchObject({
      difference: null,
    });
  });

  it('breaks on a question taken for a vote, and on a vote from nowhere', () => {
    expect(() => applyVote(attemptBy(scene, open, 'ana', { decision: 'ask' }))).toThrow(/no vote/);
    expect(() => applyVote(attemptBy(scene, open, 'zoe'))).toThrow(/zoe sits/);
  });
});

describe('votes', () => {
  it('records who, for whom, in which capacity, on what and when, and never the words', () => {
    const scene = sceneOf({
      ...signers('ana'),
      people: [away('ana')],
      delegations: [delegation('ana', 'bo')],
    });
    const result = applyVote(attemptBy(scene, opened(scene), 'bo'), { comment: 'seal-1' });
    expect(result.vote).toEqual({
      person: 'bo',
      for: 'ana',
      as: 'delegate',
      decision: 'approve',
      at: now + 100,
      basis: 'b1',
      comment: 'seal-1',
    });
    expect(result).toMatchObject({ stepDone: true, gateDone: 'approved', late: false });
    expect(JSON.parse(JSON.stringify(result.gateState))).toEqual(result.gateState);
  });

  it('take one’s own seat before that of somebody else', () => {
    const scene = sceneOf(
      { ...signers('ana', 'bo'), delegations: [delegation('ana', 'cy'), delegation('bo', 'cy')] },
      { quorum: { kind: 'all' } },
    );
    expect(decide(scene, opened(scene), 'cy').vote.for).toBe('ana');
    expect(decide(scene, opened(scene), 'cy', { for: 'bo' }).vote.for).toBe('bo');
    expect(decide(scene, opened(scene), 'ana').vote.for).toBeUndefined();
  });

  it.each([
    ['any', { kind: 'any' }, 1],
    ['two', { kind: 'n', n: 2 }, 2],
    ['all', { kind: 'all' }, 3],
    ['half', { kind: 'percent', percent: 50 }, 2],
  ])('of %s end the step at exactly the quorum', (_, quorum, needed) => {
    const scene = sceneOf(signers('ana', 'bo', 'cy'), { quorum });
    let state = opened(scene);
    for (const [index, actor] of ['cy', 'ana', 'bo'].slice(0, needed).entries()) {
      const result = decide(scene, state, actor);
      expect(result.gateDone).toBe(index + 1 === needed ? 'approved' : undefined);
      state = result.gateState;
    }
    expect(state).toMatchObject({ status: 'approved', closedAt: now + 100 });
    expect(state.steps[0]).toMatchObject({ status: 'approved', closedBy: 'votes', closedAt: now + 100 });
  });

  it.each([
    ['reject', 'rejected'],
    ['return', 'returned'],
  ] as const)('that %s end the gate at once', (decision, end) => {
    const scene = sceneOf(signers('ana', 'bo'), { quorum: { kind: 'all' } });
    const result = decide(scene, opened(scene), 'ana', { decision });
    expect(result.gateDone).toBe(end);
    expect(result.gateState.status).toBe(end);
  });

  it('go step by step, and nobody signs twice on the way', () => {
    const scene = sceneOf({ roles: { signer: ['ana', 'bo'], lead: ['ana', 'lea'] } }, {}, inTwoSteps);
    const first = decide(scene, opened(scene), 'ana');
    expect(first).toMatchObject({ stepDone: true, gateState: { status: 'open', step: 1 } });
    expect(first.gateDone).toBeUndefined();
    expect(isBetweenSteps(first.gateState)).toBe(true);
    expect(presentStep(first.gateState)).toBeUndefined();
    expect(refusalToDecide(attemptBy(scene, first.gateState, 'lea'))?.message).toMatch(/between two steps/);
    const second = carriedOn(scene, first);
    expect(refusalToDecide(attemptBy(scene, second, 'ana'))?.code).toBe('ALREADY_DECIDED');
    const last = decide(scene, second, 'lea');
    expect(last.gateDone).toBe('approved');
    expect(signersOf(last.gateState)).toEqual(new Set(['ana', 'lea']));
    const reseat = seatingFor(scene, second);
    expect(() => openNextStep(scene.gate, second, { at: now, seating: reseat, dueAt: null })).toThrow(
      /not opened the next/,
    );
  });
});
