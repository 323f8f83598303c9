import { describe, expect, it } from 'vitest';
import { given, givenOf, later, worldOn } from '../../../../support/case-bench.ts';
import { gateTicks, takes, votes } from '../../../../support/case-steps.ts';
import { hour, purchaseWith } from '../../../../support/case-world.ts';
import { dear, gate, twoSteps } from '../../../../support/gate-cases.ts';

describe('a deadline of a gate', () => {
  const late = later(48 * hour);
  const ladder = (onDeadline: string, more: Readonly<Record<string, unknown>> = {}) =>
    purchaseWith({ '/gates/0/steps/0/onDeadline': onDeadline, ...more });

  it('does nothing before its time but to be armed', () => {
    const { owes } = given(...dear)
      .when(gateTicks('finance'))
      .leadsTo();
    expect(owes).toEqual(['gate:finance']);
  });

  it('does nothing for a gate that is done, unknown, or whose case is closed', () => {
    given(...dear, votes('fay', 'approve'))
      .when(gateTicks('finance'))
      .leadsTo();
    given(...dear)
      .when(gateTicks('legal'))
      .leadsTo();
    given(...dear, takes('ria', 'withdraw'))
      .when(gateTicks('finance'))
      .leadsTo();
  });

  it('reminds three times, then tells those who answer for the case, and rests', () => {
    let course = given(...dear, late);
    for (const passed of [1, 2, 3]) {
      const outcome = course.when(gateTicks('finance')).leadsTo('gate-changed');
      expect(outcome.owes).toContain(`notify:remind:fay:finance:1:${passed}`);
      const next = outcome.dueAt('gate:finance') ?? 0;
      expect(next).toBeGreaterThan(outcome.bench.now);
      course = given(() => ({ bench: { ...outcome.bench, now: next } }));
    }
    const last = course.when(gateTicks('finance')).leadsTo('gate-changed');
    expect(last.owes).toContain('notify:incident:role:procurement-lead:finance:1:4');
    expect(last.pending).not.toContain('gate:finance');
  });

  it('calls in the backup, who is asked and may sign', () => {
    const definition = ladder('escalate', { '/gates/0/steps/0/backup': [{ role: 'controller' }] });
    const outcome = givenOf(definition, ...dear, late)
      .when(gateTicks('finance'))
      .leadsTo('gate-changed', 'escalated', 'gate-changed');
    expect(outcome.state.escalation).toBe(1);
    expect(outcome.owes).toContain('notify:approve:una:finance:1:s1');
    const signed = givenOf(definition, ...dear, late, gateTicks('finance')).when(votes('una', 'approve'));
    expect(gate(signed.state)?.status).toBe('approved');
  });

  it('rejects where the designer said so, and the case is closed', () => {
    const { state } = givenOf(ladder('reject'), ...dear, late).when(gateTicks('finance'));
    expect(state).toMatchObject({ open: false, outcome: 'rejected' });
  });

  it('approves where the designer said so, by the way its gate names', () => {
    const definition = ladder('approve', { '/gates/0/onApproved': 'order' });
    const outcome = givenOf(definition, ...dear, late).when(gateTicks('finance'));
    expect(outcome.state).toMatchObject({ state: 'ordered' });
    expect(gate(outcome.state)?.steps[0]).toMatchObject({ status: 'approved', closedBy: 'deadline' });
  });

  it('opens the next step when it approves one', () => {
    const definition = twoSteps({ '/gates/0/steps/0/onDeadline': 'approve' });
    const outcome = givenOf(definition, ...dear, late)
      .when(gateTicks('finance'))
      .leadsTo('gate-changed');
    expect(gate(outcome.state)).toMatchObject({ status: 'open', step: 1, steps: [{}, { id: 's2' }] });
    expect(outcome.owes).toContain('notify:approve:una:finance:1:s2');
  });

  it('does not pass when its escalation finds nobody else to ask: it says so', () => {
    const definition = twoSteps({
      '/gates/0/steps/0/onDeadline': 'escalate',
      '/gates/0/steps/0/quorum': { kind: 'all' },
      '/gates/0/steps/0/backup': [{ role: 'controller' }],
    });
    const onlyFay = () => ['fay'];
    const half = givenOf(definition, ...dear, votes('fay', 'approve'), late);
    const world = worldOn(half.bench, 'system');
    const outcome = half.when((bench) =>
      gateTicks('finance')({
        ...bench,
        change: { approvers: { ...world.approvers, holdersOf: onlyFay } },
      }),
    );
    expect(gate(outcome.state)).toMatchObject({ status: 'open', step: 0, steps: [{ incident: 'nobody' }] });
    expect(outcome.owes).toContain('notify:incident:role:procurement-lead:finance:1');
  });
});
