import { describe, expect, it } from 'vitest';
import { checkWorkflow } from '../../../../domain/workflow/check-workflow.ts';
import type { WorkflowContext } from '../../../../domain/workflow/workflow-context.ts';
import { type Workflow, workflowSchema } from '../../../../domain/workflow/workflow-schema.ts';
import { gates, loop, more, state, step } from './changed-workflow.ts';
import { vendorContext, vendorWorkflow } from './vendor-workflow.ts';

describe('advice and acceptance', () => {
  it.each<[string, Workflow, string, RegExp]>([
    [
      'an owner who is his own backup',
      state('review', { backup: { role: 'procurement-lead' } }),
      '/workflow/states/1/backup',
      /same role/,
    ],
    [
      'that a requester cannot withdraw',
      step('withdraw', { from: ['review'] }),
      '/workflow/transitions',
      /take a request back/,
    ],
    [
      'against leaving automatically before the gates',
      step('send-back', { auto: true, guard: { var: 'fast' } }),
      '/workflow/transitions/3/beforeGates',
      /before its gates/,
    ],
    [
      'about a circle that only a guard ends',
      loop({ guard: { var: 'fast' } }, {}),
      '/workflow/transitions/7',
      /may be taken/,
    ],
  ])('advises %s, and blocks nothing', (_, workflow, pointer, message) => {
    const found = checkWorkflow(workflow, gates({ id: 'security' }, { id: 'finance' }));
    expect(found).toEqual(found.filter(({ blocking }) => !blocking));
    expect(found.find((problem) => problem.pointer === pointer)?.message).toMatch(message);
  });

  it('sees no circle where a gate stands between', () => {
    const gated = { ...loop({}, {}), states: state('submitted', { gates: ['security'] }).states };
    const found = checkWorkflow(gated, gates({ id: 'security' }, { id: 'finance' }));
    expect(found.filter(({ message }) => /again/.test(message))).toEqual([]);
  });

  it('says of a state whose ways never reach an end that no case can end there', () => {
    const pit = workflowSchema.parse({
      ...vendorWorkflow,
      states: [
        ...vendorWorkflow.states,
        ...['a', 'b'].map((id) => ({
          id,
          title: id,
          category: 'blocked',
          owner: { role: 'finance-lead' },
          backup: { role: 'operations-lead' },
        })),
      ],
      transitions: [
        ...vendorWorkflow.transitions,
        { id: 'in', title: 'In', from: ['submitted', 'b'], to: 'a', who: ['assignee'] },
        { id: 'on', title: 'On', from: ['a'], to: 'b', who: ['assignee'] },
      ],
    });
    expect(checkWorkflow(pit, vendorContext).map(({ pointer, message }) => [pointer, message])).toEqual([
      ['/workflow/states/6', 'from “a” no case can ever end'],
      ['/workflow/states/7', 'from “b” no case can ever end'],
    ]);
  });

  it.each<[string, Workflow, WorkflowContext]>([
    [
      'a revoke out of a done state by the product',
      more({ id: 'expire', title: 'Expire', from: ['done'], to: 'withdrawn', who: [], kind: 'revoke' }),
      vendorContext,
    ],
    ['an exit only a gate’s outcome takes', step('reject', { who: [] }), vendorContext],
    ['an exit for approvers where gates are', step('send-back', { who: ['approver'] }), vendorContext],
    [
      'gates that agree on where to go',
      vendorWorkflow,
      gates({ id: 'security', onApproved: 'approve' }, { id: 'finance', onApproved: 'approve' }),
    ],
  ])('accepts %s', (_, workflow, context) => {
    expect(checkWorkflow(workflow, context)).toEqual([]);
  });
});
