import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../../../../domain/stream/case/case-state.ts';
import { allGatesPassed, openGatesAhead } from '../../../../../domain/stream/case/gate-moves.ts';
import { given, givenOf, later, worldOn } from '../../../../support/case-bench.ts';
import { submitted, takes, votes } from '../../../../support/case-steps.ts';
import { factsOfValues, hour, monday, purchaseWith } from '../../../../support/case-world.ts';
import { dear, gate, step, twoGates, twoSteps } from '../../../../support/gate-cases.ts';

describe('gates of a state', () => {
  it('open where their condition holds, ask those who may sign, and owe their deadline', () => {
    const outcome = given()
      .when(submitted(5_000))
      .leadsTo(
        'submitted',
        'clock-started',
        'clock-started',
        'state-entered',
        'gate-opened',
        'routing-asked',
      );
    const { state, owes } = outcome;
    const dueAt = outcome.dueAt('gate:finance');
    expect(gate(state)).toMatchObject({ status: 'open', round: 1, inputs: ['amount'] });
    expect(step(state)?.approvers.map(({ person }) => person)).toEqual(['fay', 'finn']);
    expect(owes).toContain('notify:approve:fay:finance:1:s1');
    expect(dueAt).toBe(monday + 32 * hour);
  });

  it('stay away where it does not', () => {
    expect(given(submitted(500)).state.gates).toEqual([]);
  });

  it('are demanded while it is unknown', () => {
    const unknown = { facts: factsOfValues({}) };
    const { state } = given().when((bench) => submitted(500)({ ...bench, change: unknown }));
    expect(gate(state)?.status).toBe('open');
  });

  it('tell those who answer for the case when nobody can sign', () => {
    const { owes } = given().when((bench) =>
      submitted(5_000)({
        ...bench,
        change: {
          approvers: {
            person: () => undefined,
            holdersOf: () => [],
            membersOf: () => [],
            delegations: [],
          },
        },
      }),
    );
    expect(owes).toContain('notify:incident:role:procurement-lead:finance:1');
  });

  it('seat who stands in for an approver, from the moment on that the case is one they could open', () => {
    const delegation = { id: 'd', from: 'fay', to: 'otto', startsAt: 0, endsAt: monday + 1_000 * hour };
    const { state } = given().when((bench) => {
      const { approvers } = worldOn(bench, 'ria');
      const change = {
        approvers: { ...approvers, delegations: [delegation] },
        couldOpen: (person: string, present: CaseState) =>
          person === 'otto' && present.backup === 'operations-lead',
      };
      return submitted(5_000)({ ...bench, change });
    });
    expect(step(state)?.approvers).toContainEqual(
      expect.objectContaining({ person: 'otto', for: 'fay', as: 'delegate' }),
    );
  });

  it('hold up the steps of the workflow, naming who can sign', () => {
    const { refusal } = given(...dear)
      .when(takes('bo', 'order'))
      .isRefused('GATE_OPEN');
    expect(refusal?.message).toContain('fay, finn');
  });

  it('are called off with their deadline when the case leaves', () => {
    const { state, pending } = given(...dear).when(takes('ria', 'withdraw'));
    expect(gate(state)?.status).toBe('cancelled');
    expect(pending.filter((key) => key.startsWith('gate:'))).toEqual([]);
  });

  it('ask anew at each entry, whatever an earlier stay approved', () => {
    const { state } = given(
      ...dear,
      votes('fay', 'approve'),
      takes('bo', 'order'),
      takes('bo', 'finish'),
    ).when(takes('lea', 'reopen', 'it came broken'));
    expect(gate(state)).toMatchObject({ status: 'open', round: 2 });
  });

  it('say who may sign now, whatever was true when they opened', () => {
    const { bench } = given(...dear);
    const ahead = openGatesAhead(
      bench.doc.state,
      worldOn(bench, 'bo', { approvers: { ...worldOn(bench, 'bo').approvers, holdersOf: () => ['finn'] } }),
    );
    expect(ahead).toMatchObject([{ id: 'finance', signers: ['finn'], exits: ['reject'] }]);
  });
});

describe('voting', () => {
  it('approves, calls the deadline off, and tells the requester once it can no longer be taken back', () => {
    const outcome = given(...dear)
      .when(votes('fay', 'approve'))
      .leadsTo('voted', 'clock-changed', 'decided');
    expect(gate(outcome.state)).toMatchObject({ status: 'approved', steps: [{ closedBy: 'votes' }] });
    expect(allGatesPassed(outcome.state)).toBe(true);
    expect(outcome.pending).not.toContain('gate:finance');
    expect(outcome.dueAt('notify:decided:ria:finance')).toBe(monday + 8_000);
    expect(outcome.state.firstTouchAt).toBe(monday);
    expect(outcome.state.retractable).toMatchObject({ gate: 'finance', by: 'fay', until: monday + 8_000 });
  });

  it('tells the person it was asked for as well', () => {
    const { owes } = given(submitted(5_000, { behalf: 'ben' })).when(votes('fay', 'approve'));
    expect(owes).toContain('notify:decided:ben:finance');
    expect(owes).toContain('notify:decided:ria:finance');
  });

  it('seals the comment and keeps it out of the gate', () => {
    const { decision } = given(...dear).when(votes('fay', 'approve', { comment: ' fine ' }));
    expect(decision.events[0]?.human).toEqual({ comment: 'fine' });
    expect(JSON.stringify(decision.events[0]?.data)).not.toContain('fine');
  });

  it('rejects by the way its gate names, and the case is closed', () => {
    const outcome = given(...dear).when(votes('fay', 'reject', { comment: 'too dear' }));
    const { state } = outcome;
    const dueAt = outcome.dueAt('notify:decided:ria:finance');
    expect(state).toMatchObject({ open: false, outcome: 'rejected', state: 'rejected' });
    expect(dueAt).toBe(monday + 8_000);
  });

  it('sends back by the way its gate names, whose routing waits until it can no longer be taken back', () => {
    const definition = purchaseWith({
      '/gates/0/onReturned': 'rework',
      '/workflow/transitions/5': {
        id: 'rework',
        title: 'Rework',
        from: ['review'],
        to: 'review',
        who: ['assignee'],
      },
    });
    const outcome = givenOf(definition, ...dear).when(votes('fay', 'return', { comment: 'which desk?' }));
    expect(outcome.state).toMatchObject({ state: 'review', epoch: 2, owner: 'bo' });
    expect(outcome.dueAt('route:2')).toBe(monday + 8_000);
    expect(gate(outcome.state)).toMatchObject({ status: 'open', round: 2 });
  });

  it('takes the automatic step that waited for it', () => {
    const definition = purchaseWith({ '/workflow/transitions/0/auto': true });
    expect(givenOf(definition, ...dear).state.state).toBe('review');
    const { state } = givenOf(definition, ...dear).when(votes('fay', 'approve'));
    expect(state).toMatchObject({ state: 'ordered', owner: 'bo' });
  });

  it('opens the next step, asks its approvers, and waits for them', () => {
    const definition = twoSteps();
    const outcome = givenOf(definition, ...dear).when(votes('fay', 'approve'));
    expect(gate(outcome.state)).toMatchObject({ status: 'open', step: 1 });
    expect(outcome.dueAt('notify:approve:una:finance:1:s2')).toBe(monday + 8_000);
    expect(outcome.pending).not.toContain('gate:finance');
    const done = givenOf(definition, ...dear, votes('fay', 'approve')).when(votes('una', 'approve'));
    expect(gate(done.state)?.status).toBe('approved');
  });

  it('tells the requester of an approval once no other gate is open', () => {
    const first = givenOf(twoGates, ...dear).when(votes('fay', 'approve'));
    expect(first.owes.filter((key) => key.startsWith('notify:decided'))).toEqual([]);
    const last = givenOf(twoGates, ...dear, votes('fay', 'approve')).when(votes('una', 'approve'));
    expect(last.owes).toContain('notify:decided:ria:legal');
  });

  it('means the gate the voter sits at when none is named', () => {
    const { state } = givenOf(twoGates, ...dear).when(votes('una', 'approve'));
    expect(gate(state, 'legal')?.status).toBe('approved');
    expect(gate(state)?.status).toBe('open');
  });

  it('keeps a vote that came too late on record only', () => {
    const outcome = given(...dear, votes('fay', 'approve'), later(1_000))
      .when(votes('finn', 'reject', { comment: 'no', gate: 'finance' }))
      .leadsTo('voted');
    expect(outcome.data('voted')).toMatchObject({ late: true });
    expect(gate(outcome.state)?.status).toBe('approved');
  });

  it('stops no clock of the first response when the requester is the one who signs', () => {
    const open = purchaseWith({ '/gates/0/steps/0/approvers': [{ role: 'controller' }] });
    const outcome = givenOf(open, submitted(5_000, { requester: 'mia' })).when(votes('una', 'approve'));
    expect(outcome.kinds).toContain('clock-changed');
  });

  it.each([
    ['by the requester', votes('ria', 'approve'), 'SELF_DECISION'],
    ['by somebody who is not asked', votes('bo', 'approve'), 'NOT_AN_APPROVER'],
    ['on what has changed since', votes('fay', 'approve', { basis: 'old' }), 'BASIS_MOVED'],
    ['against it without words', votes('fay', 'reject'), 'REASON_REQUIRED'],
    ['at a gate there is not', votes('fay', 'approve', { gate: 'legal' }), 'GATE_NOT_OPEN'],
    [
      'to send back where there is no way',
      votes('fay', 'return', { comment: 'x' }),
      'TRANSITION_NOT_OFFERED',
    ],
  ])('is refused %s', (_how, vote, code) => {
    given(...dear)
      .when(vote)
      .isRefused(code);
  });

  it('says what moved when that is known', () => {
    const difference = {
      version: false,
      fields: [{ field: 'item', change: 'changed' as const }],
      attachments: { added: [], removed: [] },
    };
    const { refusal } = given(...dear)
      .when(votes('fay', 'approve', { basis: 'old', difference }))
      .isRefused('BASIS_MOVED');
    expect(refusal?.data['difference']).toEqual(difference);
  });

  it('is refused on a seat that is not theirs, on a case without gates, and on a closed one', () => {
    given(...dear)
      .when(votes('fay', 'approve', { for: 'finn' }))
      .isRefused('NOT_AN_APPROVER');
    given(submitted(500)).when(votes('fay', 'approve')).isRefused('GATE_NOT_OPEN');
    given(...dear, takes('ria', 'withdraw'))
      .when(votes('fay', 'approve'))
      .isRefused('CASE_CLOSED');
  });
});
