import { describe, expect, it } from 'vitest';
import type { GateState } from '../../../../domain/approval/gate-state.ts';
import {
  applyDeadline,
  type DeadlineAction,
  stepDeadline,
} from '../../../../domain/approval/step-deadline.ts';
import { decide, directoryOf, gateOf, matter, now, opened, type Scene } from './gate-setting.ts';

const directory = directoryOf({ roles: { signer: ['ana', 'bo'], lead: ['lea'], head: ['hal'] } });
const sceneOf = (step: object, gate: object = {}): Scene => ({
  gate: gateOf({ quorum: { kind: 'n', n: 2 }, ...step }, gate),
  directory,
  matter,
});
const due = (state: GateState, dueAt: number | null): GateState => ({
  ...state,
  steps: state.steps.map((one) => ({ ...one, dueAt })),
});

/** Every action of a step whose deadlines pass one after another, at most ten. */
function ladder(scene: Scene): { actions: DeadlineAction[]; state: GateState; done: string | undefined } {
  const actions: DeadlineAction[] = [];
  let state = due(opened(scene), now + 10);
  let done: string | undefined;
  for (let round = 1; round <= 10; round += 1) {
    const check = {
      gate: scene.gate,
      gateState: state,
      accountable: 'procurement-lead',
      at: now + round * 10,
    };
    const action = stepDeadline(check);
    const change = applyDeadline(check, action, now + (round + 1) * 10);
    if (action.kind === 'nothing') break;
    actions.push(action);
    state = change.gateState;
    done = change.gateDone;
  }
  return { actions, state, done };
}

describe('a deadline', () => {
  it('does nothing early, nothing where there is none, and nothing once the step has ended', () => {
    const scene = sceneOf({ quorum: { kind: 'any' } });
    const check = { gate: scene.gate, accountable: 'lead', at: now + 9 };
    expect(stepDeadline({ ...check, gateState: due(opened(scene), now + 10) })).toEqual({
      kind: 'nothing',
      why: 'early',
    });
    expect(stepDeadline({ ...check, gateState: opened(scene) })).toEqual({
      kind: 'nothing',
      why: 'not-open',
    });
    const signed = decide(scene, due(opened(scene), now), 'ana', { at: now }).gateState;
    expect(stepDeadline({ ...check, gateState: signed })).toEqual({ kind: 'nothing', why: 'not-open' });
    const nothing = { kind: 'nothing', why: 'early' } as const;
    expect(applyDeadline({ ...check, gateState: signed }, nothing, null)).toEqual({
      gateState: signed,
      stepDone: false,
    });
  });

  it.each([
    [
      'reminds three times, then tells the owner',
      { onDeadline: 'remind' },
      {},
      ['remind', 'remind', 'remind', 'owner'],
    ],
    ['reminds where nothing is said', {}, {}, ['remind', 'remind', 'remind', 'owner']],
    [
      'calls the backup, then the escalation, then the owner',
      { onDeadline: 'escalate', backup: [{ role: 'lead' }] },
      { escalation: [{ role: 'head' }] },
      ['escalate 1', 'escalate 2', 'owner'],
    ],
    [
      'calls the escalation where there is no backup',
      { onDeadline: 'escalate' },
      { escalation: [{ role: 'head' }] },
      ['escalate 2', 'owner'],
    ],
    [
      'calls the backup where there is no escalation',
      { onDeadline: 'escalate', backup: [{ role: 'lead' }] },
      {},
      ['escalate 1', 'owner'],
    ],
    ['tells the owner where there is nobody to escalate to', { onDeadline: 'escalate' }, {}, ['owner']],
    ['approves only because the designer says so', { onDeadline: 'approve' }, {}, ['approved']],
    ['rejects only because the designer says so', { onDeadline: 'reject' }, {}, ['rejected']],
  ])('%s', (_, step, gate, expected) => {
    const { actions, state, done } = ladder(sceneOf(step, gate));
    const words = actions.map((action) =>
      action.kind === 'escalate'
        ? `escalate ${action.level}`
        : action.kind === 'decide'
          ? action.end
          : action.kind,
    );
    expect(words).toEqual(expected);
    const last = actions.at(-1);
    expect(last).toMatchObject({ again: false });
    expect(state.steps[0]?.passed).toBe(actions.length);
    if (last?.kind === 'decide') {
      expect(done).toBe(last.end);
      expect(state.steps[0]).toMatchObject({ status: last.end, closedBy: 'deadline' });
    } else {
      expect(last).toMatchObject({ kind: 'owner', role: 'procurement-lead', people: ['ana', 'bo'] });
      expect(state.steps[0]?.dueAt).toBeNull();
    }
  });

  it('raises the level and says when', () => {
    const scene = sceneOf({ onDeadline: 'escalate', backup: [{ role: 'lead' }] });
    const check = { gate: scene.gate, gateState: due(opened(scene), now), accountable: 'lead', at: now };
    const action = stepDeadline(check);
    expect(action).toMatchObject({ to: [{ role: 'lead' }] });
    expect(applyDeadline(check, action, now + 50).gateState.steps[0]).toMatchObject({
      level: 1,
      escalatedAt: now,
      dueAt: now + 50,
      passed: 1,
    });
  });

  it('reminds only those who have not signed', () => {
    const scene = sceneOf({ onDeadline: 'remind' });
    const gateState = due(decide(scene, opened(scene), 'ana', { at: now }).gateState, now);
    expect(stepDeadline({ gate: scene.gate, gateState, accountable: 'lead', at: now })).toMatchObject({
      people: ['bo'],
    });
  });
});
