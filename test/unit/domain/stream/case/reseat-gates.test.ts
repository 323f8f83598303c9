import { describe, expect, it } from 'vitest';
import { given, givenOf, type Step, worldOn } from '../../../../support/case-bench.ts';
import { reseats, takes, votes } from '../../../../support/case-steps.ts';
import { dear, gate, twoSteps } from '../../../../support/gate-cases.ts';

/** Nobody holds a role but these. */
const left =
  (...people: readonly string[]): Step =>
  (bench) => {
    const { approvers } = worldOn(bench, 'system');
    return reseats({ ...bench, change: { approvers: { ...approvers, holdersOf: () => [...people] } } });
  };
const seats = (state: Parameters<typeof gate>[0]) =>
  gate(state)?.steps[gate(state)?.step ?? 0]?.approvers.map(({ person }) => person);

describe('gates of a case whose approver went', () => {
  it('ask those who can sign now, each once', () => {
    const outcome = given(...dear)
      .when(left('una'))
      .leadsTo('gate-changed');
    expect(seats(outcome.state)).toEqual(['una']);
    expect(outcome.owes).toContain('notify:approve:una:finance:1:s1');
    expect(
      given(...dear, left('una'))
        .when(left('una'))
        .leadsTo().owes,
    ).toEqual([]);
  });

  it("stay as they are where nobody's seat changes, and where nothing is open", () => {
    given(...dear)
      .when(reseats)
      .leadsTo();
    given(...dear, votes('fay', 'approve'))
      .when(left('una'))
      .leadsTo();
    given(...dear, takes('ria', 'withdraw'))
      .when(left('una'))
      .leadsTo();
  });

  it('do not pass because somebody who had to sign went', () => {
    const all = { '/gates/0/steps/0/quorum': { kind: 'all' } };
    const half = givenOf(twoSteps(all), ...dear, votes('fay', 'approve'));
    const outcome = half.when(left('fay')).leadsTo('gate-changed');
    expect(gate(outcome.state)).toMatchObject({ status: 'open', step: 0 });
    expect(gate(outcome.state)?.steps[0]).toMatchObject({ needed: 2, incident: 'nobody' });
  });

  it('tell those who answer for the case when nobody is left to ask', () => {
    const outcome = given(...dear).when(left());
    expect(gate(outcome.state)?.steps[0]?.incident).not.toBeNull();
    expect(outcome.owes).toContain('notify:incident:role:procurement-lead:finance:1');
  });
});
