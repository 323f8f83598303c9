import { describe, expect, it } from 'vitest';
import { factSet } from '../../../../domain/fact/fact-set.ts';
import type { Json } from '../../../../domain/hash/canonical-json.ts';
import type { GateAhead, Situation } from '../../../../domain/workflow/transition-refusals.ts';
import {
  actionsOf,
  autoTransition,
  gateTransition,
  offeredTransitions,
  refusalToTransition,
} from '../../../../domain/workflow/transitions.ts';
import { verdictOf } from '../../../../domain/workflow/verdict.ts';
import { whoInWords } from '../../../../domain/workflow/who-in-words.ts';
import type { Workflow } from '../../../../domain/workflow/workflow-schema.ts';
import { vendorWorkflow } from './vendor-workflow.ts';

const given: Situation = {
  workflow: vendorWorkflow,
  state: 'submitted',
  relations: ['assignee'],
  facts: factSet({ 'spend.base': 20_000 }),
  values: { vendor_name: 'Acme', contract: ['file-1'] },
  openGates: [],
};
const security: GateAhead = {
  id: 'security',
  title: 'Security review',
  signers: ['Ana', 'Bo'],
  exits: ['reject'],
};

describe('a condition that cannot be evaluated', () => {
  it.each([
    ['is JSON-Logic nobody knows', { nonsense: [1] }],
    ['is no JSON', { '==': [{ var: 'a' }, Number.NaN] }],
    ['is text', 'yes'],
  ])('is unknown when it %s, and the guard refuses', (_, guard) => {
    const verdict = verdictOf(guard, factSet({}));
    expect(verdict.value).toBe('unknown');
    expect(verdict.failure).toBeTruthy();
    const broken: object = { guard };
    const transitions = vendorWorkflow.transitions.map((step) => ({ ...step, ...broken }));
    const refusal = refusalToTransition({
      ...given,
      workflow: { ...vendorWorkflow, transitions },
      transition: 'start-review',
    });
    expect(refusal?.code).toBe('GUARD_REFUSED');
    expect(refusal?.message).toMatch(/could not be evaluated/);
  });

  it('lets a bug through as a bug', () => {
    expect(() => verdictOf({ '==': [{ var: 'a' }, 1] }, { values: { a: 1 }, failed: {} })).toThrow(/factSet/);
  });

  it('is compiled once and still asked anew', () => {
    const guard = { '==': [{ var: 'a' }, 1] };
    expect(verdictOf(guard, factSet({ a: 1 })).value).toBe(true);
    expect(verdictOf(guard, factSet({ a: 2 })).value).toBe(false);
    expect(verdictOf(true, factSet({})).value).toBe(true);
    expect(verdictOf(undefined, factSet({}))).toEqual({ value: true, missing: [] });
  });
});

describe('what a state offers', () => {
  it('lists every step in the order of the definition', () => {
    expect(offeredTransitions(vendorWorkflow, 'review').map(({ id }) => id)).toEqual([
      'approve',
      'reject',
      'send-back',
      'withdraw',
    ]);
    expect(offeredTransitions(vendorWorkflow, 'withdrawn')).toEqual([]);
  });

  it('says of each step whether it is on, and why not', () => {
    const actions = actionsOf({ ...given, state: 'review', openGates: [security] });
    expect(actions.map(({ id, enabled, whyNot }) => [id, enabled, whyNot?.code])).toEqual([
      ['approve', false, 'GATE_OPEN'],
      ['reject', true, undefined],
      ['send-back', true, undefined],
      ['withdraw', false, 'NOT_ALLOWED'],
    ]);
    expect(actions[1]).toEqual({
      id: 'reject',
      title: 'Reject',
      kind: 'normal',
      comment: 'required',
      enabled: true,
    });
    expect(actions[0]?.whyNot?.data).toEqual({
      transition: 'approve',
      gates: [{ id: 'security', signers: ['Ana', 'Bo'] }],
    });
  });

  it('agrees with what would be refused, but for the comment still to come', () => {
    for (const { id: state } of vendorWorkflow.states)
      for (const action of actionsOf({ ...given, state })) {
        const refusal = refusalToTransition({ ...given, state, transition: action.id, comment: 'because' });
        expect(action.enabled).toBe(refusal === undefined);
      }
  });

  it('knows a gate’s exit only where it leaves the state', () => {
    expect(gateTransition(vendorWorkflow, 'review', 'reject')?.to).toBe('rejected');
    expect(gateTransition(vendorWorkflow, 'payment_setup', 'reject')).toBeUndefined();
    expect(gateTransition(vendorWorkflow, 'review', undefined)).toBeUndefined();
  });
});

describe('automatic steps', () => {
  const guarded = (guard: { readonly [key: string]: Json }): Workflow => ({
    ...vendorWorkflow,
    transitions: vendorWorkflow.transitions.map((step) =>
      step.id === 'approve' ? { ...step, guard } : step,
    ),
  });
  it.each([
    ['waits for the gates', vendorWorkflow, false, undefined],
    ['is taken once they passed', vendorWorkflow, true, 'approve'],
    ['is not taken on a false guard', guarded({ '>': [{ var: 'a' }, 1] }), true, undefined],
    ['is not taken on an unknown guard', guarded({ '>': [{ var: 'b' }, 1] }), true, undefined],
    ['is taken on a true guard', guarded({ '>=': [{ var: 'a' }, 1] }), true, 'approve'],
  ])('%s', (_, workflow, gatesPassed, expected) => {
    expect(autoTransition(workflow, 'review', factSet({ a: 1 }), gatesPassed)?.id).toBe(expected);
  });

  it('does not wait where it leaves before the gates, or revokes', () => {
    const change = (more: object): Workflow => ({
      ...vendorWorkflow,
      transitions: vendorWorkflow.transitions.map((step) =>
        step.id === 'approve' ? { ...step, ...more } : step,
      ),
    });
    expect(autoTransition(change({ beforeGates: true }), 'review', factSet({}), false)?.id).toBe('approve');
    expect(autoTransition(change({ kind: 'revoke' }), 'review', factSet({}), false)?.id).toBe('approve');
  });
});

describe('who', () => {
  it.each([
    [[], 'the product itself'],
    [['requester'], 'the requester'],
    [
      ['team', 'approver', 'finance-lead'],
      'a member of its team, an approver or anybody with the role finance-lead',
    ],
    [['constructor'], 'anybody with the role constructor'],
  ])('%j reads well', (who, words) => {
    expect(whoInWords(who)).toBe(words);
  });
});
