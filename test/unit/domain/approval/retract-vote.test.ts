import { describe, expect, it } from 'vitest';
import { cancelGate } from '../../../../domain/approval/close-step.ts';
import { refusalToRetract, requireRetract, retractVote } from '../../../../domain/approval/retract-vote.ts';
import { DomainError } from '../../../../domain/error/domain-error.ts';
import { carriedOn, decide, directoryOf, gateOf, matter, now, opened, type Scene } from './gate-setting.ts';

const step = { title: 'Signs', approvers: [{ role: 'signer' }], quorum: { kind: 'any' } };
const scene: Scene = {
  gate: gateOf(
    {},
    {
      steps: [
        { ...step, id: 's1' },
        { ...step, id: 's2' },
      ],
    },
  ),
  directory: directoryOf({ roles: { signer: ['ana', 'bo', 'cy'] } }),
  matter,
};
const first = carriedOn(scene, decide(scene, opened(scene), 'ana', { at: now }), now);
const given = { gateState: first, actor: 'ana', revUnchanged: true, at: now + 7_999 };

describe('taking a vote back', () => {
  it.each<[string, Partial<typeof given>, string | undefined, RegExp]>([
    ['is possible for just under 8 seconds', {}, undefined, /./],
    ['is too late after 8 seconds', { at: now + 8_000 }, 'RETRACT_TOO_LATE', /8 seconds/],
    [
      'is too late once anything else happened',
      { revUnchanged: false },
      'RETRACT_TOO_LATE',
      /Something else/,
    ],
    ['is nobody else’s', { actor: 'bo' }, 'NOT_ALLOWED', /no vote of yours/],
    [
      'is pointless at a gate called off',
      { gateState: cancelGate(first, now) },
      'GATE_NOT_OPEN',
      /no longer/,
    ],
  ])('%s', (_, when, code, message) => {
    const attempt = { ...given, ...when };
    const refusal = refusalToRetract(attempt);
    expect(refusal?.code).toBe(code);
    if (refusal === undefined) return requireRetract(attempt);
    expect(refusal.message).toMatch(message);
    expect(() => requireRetract(attempt)).toThrow(DomainError);
  });

  it('opens the step again, drops the step it had opened, and keeps both on record', () => {
    const back = retractVote(given);
    expect(back).toMatchObject({ status: 'open', step: 0, closedAt: null });
    expect(back.steps).toHaveLength(1);
    expect(back.steps[0]).toMatchObject({
      status: 'open',
      closedAt: null,
      closedBy: null,
      votes: [{ person: 'ana', at: now, retractedAt: now + 7_999 }],
    });
    const again = decide(scene, back, 'ana', { at: now + 8_500 });
    expect(again.stepDone).toBe(true);
    expect(again.gateState.steps[0]?.votes).toHaveLength(2);
    expect(refusalToRetract({ ...given, gateState: again.gateState, at: now + 8_600 })).toBeUndefined();
  });

  it('opens a gate again that had ended', () => {
    const done = decide(scene, first, 'bo', { decision: 'reject', at: now + 10 }).gateState;
    expect(done.status).toBe('rejected');
    const back = retractVote({ gateState: done, actor: 'bo', revUnchanged: true, at: now + 20 });
    expect(back).toMatchObject({ status: 'open', step: 1, closedAt: null });
    expect(back.steps[0]).toEqual(done.steps[0]);
    expect(refusalToRetract({ gateState: back, actor: 'bo', revUnchanged: true, at: now + 30 })?.code).toBe(
      'NOT_ALLOWED',
    );
  });

  it('breaks on a vote that is not there', () => {
    expect(() => retractVote({ ...given, actor: 'zoe' })).toThrow(/zoe has a vote/);
  });
});
