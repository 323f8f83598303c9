import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../../../domain/error/domain-error.ts';
import { factSet } from '../../../../domain/fact/fact-set.ts';
import type { GateAhead } from '../../../../domain/workflow/transition-refusals.ts';
import {
  refusalToTransition,
  requireTransition,
  stateOf,
  type TransitionAttempt,
} from '../../../../domain/workflow/transitions.ts';
import { attemptGiven as given, vendorWorkflow } from './vendor-workflow.ts';

const security: GateAhead = {
  id: 'security',
  title: 'Security review',
  signers: ['Ana', 'Bo'],
  exits: ['reject'],
};

describe('taking a step', () => {
  const cases: [string, Partial<TransitionAttempt>, string | undefined, RegExp | undefined][] = [
    ['is possible when all is there', {}, undefined, undefined],
    [
      'is refused from another state, which names what is possible',
      { state: 'review' },
      'TRANSITION_NOT_OFFERED',
      /^“Start review” is not a step of “Review”\. Possible from here: Approve, Reject, Send back, Withdraw\.$/,
    ],
    [
      'is refused when nobody ever heard of it',
      { transition: 'fly' },
      'TRANSITION_NOT_OFFERED',
      /^“fly” is not a step of “Submitted”/,
    ],
    ['is refused on a closed case', { state: 'rejected' }, 'CASE_CLOSED', /^The case is closed \(Rejected\)/],
    [
      'is refused on a closed case that can be reopened',
      { state: 'done' },
      'CASE_CLOSED',
      /Possible from here: Reopen\.$/,
    ],
    [
      'is refused to a stranger, who learns whose it is',
      { relations: ['requester'] },
      'NOT_ALLOWED',
      /^“Start review” is for the assignee or the accountable owner\.$/,
    ],
    ['is refused to somebody without any relation', { relations: [] }, 'NOT_ALLOWED', /the assignee or/],
    [
      'is refused when its guard is false',
      { facts: factSet({ 'spend.base': 50_000 }) },
      'GUARD_REFUSED',
      /^The condition of “Start review” is not met\. Above 50,000 ask the board first\.$/,
    ],
    [
      'is refused when its guard is unknown, which names the input',
      { facts: factSet({}) },
      'GUARD_REFUSED',
      /missing input: spend\.base\./,
    ],
    [
      'names missing inputs by their labels',
      { facts: factSet({}), labels: { 'spend.base': 'Spend' } },
      'GUARD_REFUSED',
      /missing input: Spend\./,
    ],
    [
      'is refused while a required field is absent',
      { values: { vendor_name: 'Acme' } },
      'VALIDATION_FAILED',
      /needs contract filled in first/,
    ],
    [
      'is refused while a required field is an empty list',
      { values: { vendor_name: 'Acme', contract: [] } },
      'VALIDATION_FAILED',
      /needs contract filled/,
    ],
    [
      'is refused while a required field is blank',
      { values: { vendor_name: '  ', contract: ['f'] }, labels: { vendor_name: 'Vendor' } },
      'VALIDATION_FAILED',
      /needs Vendor filled/,
    ],
    [
      'is refused while a required field is null',
      { values: { vendor_name: null, contract: ['f'] } },
      'VALIDATION_FAILED',
      /needs vendor_name/,
    ],
    [
      'takes a number for a filled field',
      { values: { vendor_name: 0, contract: ['f'] } },
      undefined,
      undefined,
    ],
    [
      'speaks of steps in the language asked for',
      { relations: [], language: 'fr' },
      'NOT_ALLOWED',
      /^“Examiner”/,
    ],
    [
      'waits for gates and says who can sign',
      { openGates: [security] },
      'GATE_OPEN',
      /^This waits for Security review \(Ana, Bo can sign\)\.$/,
    ],
    [
      'says of a gate that nobody can sign it',
      { openGates: [{ ...security, signers: [] }] },
      'GATE_OPEN',
      /nobody can sign it now/,
    ],
    [
      'does not wait when it is what the gate’s rejection takes',
      { transition: 'reject', openGates: [security], comment: 'no' },
      undefined,
      undefined,
    ],
    [
      'needs a comment where one is required',
      { transition: 'reject' },
      'REASON_REQUIRED',
      /^Say why: “Reject” needs a comment\.$/,
    ],
    [
      'does not take blanks for a comment',
      { transition: 'reject', comment: ' \n' },
      'REASON_REQUIRED',
      /comment/,
    ],
    ['passes with its comment', { transition: 'reject', comment: 'Too dear' }, undefined, undefined],
    [
      'withdraws whatever gates are open',
      { transition: 'withdraw', relations: ['requester'], openGates: [security] },
      undefined,
      undefined,
    ],
    [
      'leaves before the gates where the designer says so',
      { state: 'review', transition: 'send-back', openGates: [{ ...security, exits: [] }] },
      undefined,
      undefined,
    ],
    [
      'lets the product take what is automatic',
      { state: 'review', transition: 'approve', relations: ['system'] },
      undefined,
      undefined,
    ],
    ['does not let the product take what is not', { relations: ['system'] }, 'NOT_ALLOWED', /assignee/],
  ];
  it.each(cases)('%s', (_, when, code, message) => {
    const refusal = refusalToTransition({ ...given, ...when });
    expect(refusal?.code).toBe(code);
    if (message) expect(refusal?.message).toMatch(message);
  });

  it('names everybody who may take a step once, the product too', () => {
    const steps = vendorWorkflow.transitions.map((step) => ({
      ...step,
      who: ['system' as const, ...step.who, ...step.who],
      auto: true,
    }));
    const workflow = { ...vendorWorkflow, transitions: steps };
    const refusal = refusalToTransition({ ...given, workflow, relations: ['stranger'] });
    expect(refusal?.message).toBe(
      '“Start review” is for the product itself, the assignee or the accountable owner.',
    );
    expect(refusal?.data).toMatchObject({ who: ['system', 'assignee', 'accountable'] });
    const alone = { ...workflow, transitions: steps.map((step) => ({ ...step, who: ['system' as const] })) };
    expect(refusalToTransition({ ...given, workflow: alone, relations: ['stranger'] })?.message).toBe(
      '“Start review” is for the product itself.',
    );
  });

  it('points at each field to fill in', () => {
    const refusal = refusalToTransition({ ...given, values: {} });
    expect(refusal?.details).toEqual([
      { pointer: '/values/contract', detail: 'Fill in contract.' },
      { pointer: '/values/vendor_name', detail: 'Fill in vendor_name.' },
    ]);
  });

  it('does not take inherited keys for values or labels', () => {
    const steps = vendorWorkflow.transitions.map((step) => ({ ...step, requires: ['toString'] }));
    const refusal = refusalToTransition({
      ...given,
      workflow: { ...vendorWorkflow, transitions: steps },
      labels: {},
    });
    expect(refusal?.message).toBe('“Start review” needs toString filled in first.');
  });

  it('throws what it would refuse, and returns the step it would not', () => {
    expect(() => requireTransition({ ...given, relations: [] })).toThrow(DomainError);
    expect(requireTransition(given).to).toBe('review');
  });

  it('breaks on a state its version does not have, since that is a bug', () => {
    expect(() => stateOf(vendorWorkflow, 'nowhere')).toThrow(/has the state nowhere/);
  });
});

describe('laws of transitions', () => {
  const ids = vendorWorkflow.transitions.map(({ id }) => id);
  const attempt = fc.record({
    state: fc.constantFrom(...vendorWorkflow.states.map(({ id }) => id)),
    transition: fc.oneof(fc.constantFrom(...ids), fc.string()),
    relations: fc.subarray(['requester', 'assignee', 'accountable', 'finance-lead', 'system']),
    facts: fc
      .oneof(fc.constant({}), fc.record({ 'spend.base': fc.integer({ min: 0, max: 100_000 }) }))
      .map((values) => factSet(values)),
    values: fc.dictionary(
      fc.constantFrom('vendor_name', 'contract'),
      fc.oneof(fc.string(), fc.constant(null), fc.array(fc.string())),
    ),
    openGates: fc.subarray([security, { ...security, id: 'finance', exits: [] }]),
    comment: fc.string(),
  });
  test.prop([attempt])('never takes a step outside the table', (random) => {
    const full = { ...given, ...random };
    const refusal = refusalToTransition(full);
    if (refusal) {
      expect(() => requireTransition(full)).toThrow(refusal.message);
      return;
    }
    const step = requireTransition(full);
    expect(step.from).toContain(random.state);
    expect(
      [...step.who, step.auto ? 'system' : ''].some((who) => random.relations.includes(who as never)),
    ).toBe(true);
    if (step.comment === 'required') expect(random.comment.trim()).not.toBe('');
    if (step.id === 'start-review') expect(random.facts.values['spend.base']).toBeLessThan(50_000);
    if (step.id === 'approve' || step.id === 'finish') expect(random.openGates).toEqual([]);
  });
});
