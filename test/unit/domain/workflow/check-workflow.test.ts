import { describe, expect, it } from 'vitest';
import { checkWorkflow } from '../../../../domain/workflow/check-workflow.ts';
import type { WorkflowContext } from '../../../../domain/workflow/workflow-context.ts';
import type { Workflow } from '../../../../domain/workflow/workflow-schema.ts';
import { gates, less, loop, state, step, twice, without } from './changed-workflow.ts';
import { vendorContext, vendorWorkflow } from './vendor-workflow.ts';

describe('checking a workflow', () => {
  it('finds nothing wrong with a good one', () => {
    expect(checkWorkflow(vendorWorkflow, vendorContext)).toEqual([]);
  });

  it('does not look up roles where none are known', () => {
    const { roles: _, ...unknown } = vendorContext;
    expect(checkWorkflow(step('finish', { who: ['nobody-knows'] }), unknown)).toEqual([]);
  });

  const cases: [string, Workflow, string, RegExp, WorkflowContext?][] = [
    ['two states with one id', twice('states'), '/workflow/states/6/id', /two states “review”/],
    [
      'two transitions with one id',
      twice('transitions'),
      '/workflow/transitions/7/id',
      /two transitions “approve”/,
    ],
    ['an open state without owner', without('review', 'owner'), '/workflow/states/1', /nobody answers/],
    ['an open state without backup', without('review', 'backup'), '/workflow/states/1', /no backup/],
    [
      'an owner role that does not exist',
      state('review', { owner: { role: 'ghost' } }),
      '/workflow/states/1/owner/role',
      /no role “ghost”/,
    ],
    [
      'a backup role that does not exist',
      state('review', { backup: { role: 'ghost' } }),
      '/workflow/states/1/backup/role',
      /no role “ghost”/,
    ],
    [
      'an open state with an outcome',
      state('review', { outcome: 'won' }),
      '/workflow/states/1/outcome',
      /no outcome yet/,
    ],
    [
      'gates on a done state',
      state('done', { gates: ['security'] }),
      '/workflow/states/3/gates',
      /nobody signs/,
    ],
    ['a chain on a done state', state('done', { chain: 'intake' }), '/workflow/states/3/chain', /not routed/],
    ['an unknown chain', state('review', { chain: 'ghost' }), '/workflow/states/1/chain', /no chain “ghost”/],
    [
      'an unknown gate',
      state('review', { gates: ['security', 'ghost'] }),
      '/workflow/states/1/gates/1',
      /no gate “ghost”/,
    ],
    [
      'a gate named twice',
      state('review', { gates: ['security', 'security'] }),
      '/workflow/states/1/gates/1',
      /named twice/,
    ],
    [
      'a text that names no fact',
      state('review', { next: { en: 'See {{ ghost }}', fr: '{{vendor_name}}' } }),
      '/workflow/states/1/next',
      /“ghost”/,
    ],
    [
      'an unknown initial state',
      { ...vendorWorkflow, initial: 'ghost' },
      '/workflow/initial',
      /no state “ghost”/,
    ],
    [
      'a beginning that is the end',
      { ...vendorWorkflow, initial: 'rejected' },
      '/workflow/initial',
      /closed as soon as/,
    ],
    ['a state nothing leads to', less('finish'), '/workflow/states/3', /ever reach “done”/],
    ['a dead end', less('finish'), '/workflow/states/2', /“payment_setup” is a dead end/],
    ['a circle without an end', step('finish', { to: 'payment_setup' }), '/workflow/states/2', /dead end/],
    [
      'a workflow without an end',
      {
        ...vendorWorkflow,
        states: vendorWorkflow.states.map((one) => ({ ...one, category: 'blocked' as const })),
      },
      '/workflow/states',
      /can ever end/,
    ],
    [
      'a transition from nowhere',
      step('finish', { from: ['payment_setup', 'ghost'] }),
      '/workflow/transitions/4/from/1',
      /no state “ghost”/,
    ],
    [
      'a transition from one state twice',
      step('finish', { from: ['payment_setup', 'payment_setup'] }),
      '/workflow/transitions/4/from/1',
      /named twice/,
    ],
    [
      'a transition to nowhere',
      step('finish', { to: 'ghost' }),
      '/workflow/transitions/4/to',
      /no state “ghost”/,
    ],
    [
      'a plain step out of a done state',
      step('reopen', { kind: 'normal' }),
      '/workflow/transitions/6/from',
      /reopening or revoking/,
    ],
    [
      'reopening what is open',
      step('reopen', { from: ['submitted', 'done'] }),
      '/workflow/transitions/6',
      /from a done state to an open one/,
    ],
    [
      'reopening into a done state',
      step('reopen', { to: 'rejected' }),
      '/workflow/transitions/6',
      /from a done state to an open one/,
    ],
    [
      'withdrawing into an open state',
      step('withdraw', { to: 'payment_setup' }),
      '/workflow/transitions/5/to',
      /ends the case/,
    ],
    [
      'a way round the gates into an approved state',
      step('approve', { beforeGates: true, auto: false }),
      '/workflow/transitions/1/beforeGates',
      /round the gates/,
    ],
    [
      'a role in who that does not exist',
      step('finish', { who: ['ghost'] }),
      '/workflow/transitions/4/who/0',
      /no role “ghost”/,
    ],
    [
      'an exit for nobody',
      step('finish', { who: [] }),
      '/workflow/transitions/4/who',
      /nobody can take “finish”/,
    ],
    [
      'an exit for the product alone that is not automatic',
      step('finish', { who: ['system'] }),
      '/workflow/transitions/4/who',
      /nobody can take/,
    ],
    [
      'an exit for approvers where there are none',
      step('finish', { who: ['approver'] }),
      '/workflow/transitions/4/who',
      /nobody can take/,
    ],
    [
      'an automatic step that needs a comment',
      step('approve', { comment: 'required' }),
      '/workflow/transitions/1/comment',
      /cannot write/,
    ],
    [
      'an automatic step that requires fields',
      step('approve', { requires: ['spend'] }),
      '/workflow/transitions/1/requires',
      /guard only/,
    ],
    [
      'a required field that does not exist',
      step('start-review', { requires: ['ghost'] }),
      '/workflow/transitions/0/requires/0',
      /no field “ghost”/,
    ],
    [
      'a guard of wrong type',
      step('start-review', { guard: { '<': [{ var: 'vendor_name' }, 5] } }),
      '/workflow/transitions/0/guard/<',
      /text|number/,
    ],
    [
      'a guard on a fact that does not exist',
      step('start-review', { guard: { '<': [{ var: 'ghost' }, 5] } }),
      '/workflow/transitions/0/guard/</0',
      /no fact "ghost"/,
    ],
    [
      'a guard that is no JSON',
      step('start-review', { guard: Number.NaN }),
      '/workflow/transitions/0/guard',
      /not a condition/,
    ],
    ['automatic steps in a circle', loop({}, {}), '/workflow/transitions/7', /again and again/],
    [
      'a rejection that does not leave the state',
      vendorWorkflow,
      '/workflow/states/1/gates/0',
      /onRejected of “security” names “finish”/,
      gates({ id: 'security', onRejected: 'finish' }, { id: 'finance' }),
    ],
    [
      'an approval that leads nowhere',
      vendorWorkflow,
      '/workflow/states/1/gates/1',
      /onApproved of “finance” names “ghost”/,
      gates({ id: 'security' }, { id: 'finance', onApproved: 'ghost' }),
    ],
    [
      'an outcome that may refuse',
      step('reject', { guard: { var: 'fast' } }),
      '/workflow/states/1/gates/0',
      /may refuse to be taken/,
    ],
    [
      'an outcome that requires fields',
      step('reject', { requires: ['spend'] }),
      '/workflow/states/1/gates/1',
      /may refuse to be taken/,
    ],
    [
      'gates that lead to different steps',
      vendorWorkflow,
      '/workflow/states/1/gates',
      /different steps: approve, send-back/,
      gates({ id: 'security', onApproved: 'approve' }, { id: 'finance', onApproved: 'send-back' }),
    ],
    ['no way on after approval', less('approve'), '/workflow/states/1/gates', /nothing leads on/],
  ];
  it.each(cases)(
    'refuses %s, with its place and a mend',
    (_, ...[workflow, pointer, message, context = vendorContext]) => {
      const found = checkWorkflow(workflow, context).filter(
        (problem) => problem.pointer.startsWith(pointer) && message.test(problem.message),
      );
      expect(found).not.toEqual([]);
      for (const problem of found) {
        expect(problem.blocking).toBe(true);
        expect(problem.mend).not.toBe('');
      }
    },
  );
});
