import type { WorkflowContext } from '../../../../domain/workflow/workflow-context.ts';
import { type Workflow, workflowSchema } from '../../../../domain/workflow/workflow-schema.ts';
import { vendorContext, vendorWorkflow } from './vendor-workflow.ts';

type Loose = Record<string, unknown>;
/** The workflow with one state changed. */
export const state = (id: string, more: Loose): Workflow => ({
  ...vendorWorkflow,
  states: vendorWorkflow.states.map((one) => (one.id === id ? { ...one, ...more } : one)),
});
/** The workflow with one state lacking a key. */
export const without = (id: string, key: string): Workflow => ({
  ...vendorWorkflow,
  states: vendorWorkflow.states.map((one) =>
    one.id === id
      ? ({ ...Object.fromEntries(Object.entries(one).filter(([name]) => name !== key)) } as typeof one)
      : one,
  ),
});
/** The workflow with one transition changed. */
export const step = (id: string, more: Loose): Workflow => ({
  ...vendorWorkflow,
  transitions: vendorWorkflow.transitions.map((one) => (one.id === id ? { ...one, ...more } : one)),
});
/** The workflow lacking some transitions. */
export const less = (...ids: string[]): Workflow => ({
  ...vendorWorkflow,
  transitions: vendorWorkflow.transitions.filter(({ id }) => !ids.includes(id)),
});
/** The workflow with one more transition. */
export const more = (extra: Loose): Workflow =>
  workflowSchema.parse({ ...vendorWorkflow, transitions: [...vendorWorkflow.transitions, extra] });
/** The workflow with two automatic transitions that lead in a circle. */
export const loop = (first: Loose, second: Loose): Workflow =>
  workflowSchema.parse({
    ...vendorWorkflow,
    transitions: [
      ...vendorWorkflow.transitions,
      {
        id: 'there',
        title: 'There',
        from: ['submitted'],
        to: 'payment_setup',
        who: [],
        auto: true,
        ...first,
      },
      { id: 'back', title: 'Back', from: ['payment_setup'], to: 'submitted', who: [], auto: true, ...second },
    ],
  });
/** The surroundings with other gates. */
export const gates = (...list: WorkflowContext['gates']): WorkflowContext => ({
  ...vendorContext,
  gates: list,
});
/** The workflow with an item of a list twice. */
export const twice = (list: 'states' | 'transitions'): Workflow =>
  ({ ...vendorWorkflow, [list]: [...vendorWorkflow[list], vendorWorkflow[list][1]] }) as Workflow;
