import { describe, expect, it } from 'vitest';
import { cancelGate } from '../../../../domain/approval/close-step.ts';
import { reseatStep } from '../../../../domain/approval/reseat-step.ts';
import {
  type Company,
  decide,
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
const _inTwoSteps = {
  steps: [
    { ...step, id: 's1' },
    { ...step, id: 's2', approvers: [{ role: 'lead' }] },
  ],
};
const _away = (id: string) => person(id, { away: { since: 0, until: null } });

describe('seating a step anew', () => {
  it('ends a step everybody still asked has signed', () => {
    const scene = sceneOf(signers('ana', 'bo'), { quorum: { kind: 'all' } });
    const { gateState } = decide(scene, opened(scene), 'ana');
    const fewer = { ...scene, directory: directoryOf(signers('ana')) };
    expect(reseatStep(scene.gate, gateState, seatingFor(fewer, gateState), now + 5)).toMatchObject({
      stepDone: true,
      gateDone: 'approved',
    });
  });

  it('never ends a step without a vote, even when nobody is left', () => {
    const scene = sceneOf(signers('ana'), { quorum: { kind: 'all' } });
    const state = opened(scene);
    const change = reseatStep(
      scene.gate,
      state,
      seatingFor({ ...scene, directory: directoryOf({}) }, state),
      now,
    );
    expect(change.stepDone).toBe(false);
    expect(change.gateState.steps[0]).toMatchObject({ approvers: [], needed: 1, incident: 'nobody' });
  });

  it('leaves a gate alone that has ended', () => {
    const scene = sceneOf(signers('ana'));
    const { gateState } = decide(scene, opened(scene), 'ana');
    expect(reseatStep(scene.gate, gateState, seatingFor(scene), now)).toEqual({ gateState, stepDone: false });
    expect(cancelGate(gateState, now)).toBe(gateState);
  });
});
