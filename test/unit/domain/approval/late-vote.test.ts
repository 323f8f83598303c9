import { describe, expect, it } from 'vitest';
import { closeStep } from '../../../../domain/approval/close-step.ts';
import { refusalToDecide } from '../../../../domain/approval/decide-gate.ts';
import type { DecisionAttempt } from '../../../../domain/approval/decision-attempt.ts';
import { signersOf } from '../../../../domain/approval/gate-state.ts';
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
const _away = (id: string) => person(id, { away: { since: 0, until: null } });

describe('two who decide at once', () => {
  const scene = sceneOf(signers('ana', 'bo'));
  const approved = decide(scene, opened(scene), 'ana').gateState;

  it.each(['approve', 'reject', 'return'] as const)(
    'make one outcome, and the second vote (%s) stays on record',
    (decision) => {
      const result = decide(scene, approved, 'bo', { decision, at: now + 200 });
      expect(result).toMatchObject({ late: true, stepDone: false, vote: { person: 'bo', late: true } });
      expect(result.gateDone).toBeUndefined();
      expect(result.gateState).toEqual({
        ...approved,
        steps: [{ ...approved.steps[0], votes: [...(approved.steps[0]?.votes ?? []), result.vote] }],
      });
      expect(signersOf(result.gateState)).toEqual(new Set(['ana']));
    },
  );

  it('are at once for 8 seconds', () => {
    expect(refusalToDecide(attemptBy(scene, approved, 'bo', { at: now + 100 + 7_999 }))).toBeUndefined();
    const refusal = refusalToDecide(attemptBy(scene, approved, 'bo', { at: now + 100 + 8_000 }));
    expect(refusal?.code).toBe('GATE_NOT_OPEN');
    expect(refusal?.message).toMatch(/approved already/);
  });

  it.each<[string, string, Partial<DecisionAttempt>, string]>([
    ['the first again', 'ana', {}, 'GATE_NOT_OPEN'],
    ['a stranger', 'zoe', {}, 'GATE_NOT_OPEN'],
    ['a question', 'bo', { decision: 'ask' }, 'GATE_NOT_OPEN'],
    ['another basis', 'bo', { basis: 'b0' }, 'BASIS_MOVED'],
    ['a rejection without words', 'bo', { decision: 'reject', commented: false }, 'REASON_REQUIRED'],
    ['a seat that is not theirs', 'bo', { for: 'ana' }, 'GATE_NOT_OPEN'],
    ['a step that is not the one', 'bo', { step: 's9' }, 'GATE_NOT_OPEN'],
    ['the requester', 'rita', {}, 'SELF_DECISION'],
  ])('do not include %s', (_, actor, more, code) => {
    expect(refusalToDecide(attemptBy(scene, approved, actor, more))?.code).toBe(code);
  });

  it('do not include the same person a third time', () => {
    const late = decide(scene, approved, 'bo').gateState;
    expect(refusalToDecide(attemptBy(scene, late, 'bo'))?.code).toBe('GATE_NOT_OPEN');
  });

  it('do not include a delegate of whoever signed', () => {
    const withDelegate = {
      ...scene,
      directory: directoryOf({ ...signers('ana', 'bo'), delegations: [delegation('ana', 'cy')] }),
    };
    const done = decide(withDelegate, opened(withDelegate), 'ana').gateState;
    expect(refusalToDecide(attemptBy(withDelegate, done, 'cy'))?.code).toBe('GATE_NOT_OPEN');
  });

  it('do not include whoever comes just after a deadline has decided', () => {
    const { gateState } = closeStep(scene.gate, opened(scene), { end: 'approved', by: 'deadline', at: now });
    expect(refusalToDecide(attemptBy(scene, gateState, 'bo'))?.code).toBe('GATE_NOT_OPEN');
  });

  it('may meet at a step while the gate goes on', () => {
    const sequence = sceneOf({ roles: { signer: ['ana', 'bo'], lead: ['bo', 'lea'] } }, {}, inTwoSteps);
    const second = carriedOn(sequence, decide(sequence, opened(sequence), 'ana'));
    const late = decide(sequence, second, 'bo', { step: 's1' });
    expect(late).toMatchObject({ late: true, gateState: { status: 'open', step: 1 } });
    expect(late.gateState.steps[0]?.votes).toHaveLength(2);
    const onTime = decide(sequence, second, 'bo');
    expect(onTime).toMatchObject({ late: false, gateDone: 'approved' });
    const after = decide(sequence, late.gateState, 'bo', { step: 's2' });
    expect(after.gateDone).toBe('approved');
  });
});
