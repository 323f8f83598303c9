import { advises, blocks, type Problem } from '../error/problem.ts';
import type { WorkflowUnderCheck } from './workflow-context.ts';
import type { Transition, Workflow } from './workflow-schema.ts';

/** What is wrong with the ways through a workflow: where it begins, what is never reached, and what never ends. */
export function pathProblems({ workflow }: WorkflowUnderCheck): readonly Problem[] {
  return [
    ...beginningProblems(workflow),
    ...unreachableProblems(workflow),
    ...endlessProblems(workflow),
    ...loopProblems(workflow),
    ...withdrawProblems(workflow),
  ];
}

function beginningProblems(workflow: Workflow): Problem[] {
  const initial = workflow.states.find(({ id }) => id === workflow.initial);
  const pointer = '/workflow/initial';
  if (!initial)
    return [blocks(pointer, `there is no state “${workflow.initial}”`, 'name a state of this workflow')];
  if (initial.category !== 'done') return [];
  return [blocks(pointer, 'a case would be closed as soon as it is submitted', 'begin in an open state')];
}

function unreachableProblems(workflow: Workflow): Problem[] {
  if (!workflow.states.some(({ id }) => id === workflow.initial)) return [];
  const reached = reachedFrom(workflow.initial, workflow.transitions);
  return workflow.states.flatMap((state, index) =>
    reached.has(state.id)
      ? []
      : [
          blocks(
            `/workflow/states/${index}`,
            `no case can ever reach “${state.id}”`,
            'add a transition that leads there, or remove the state',
          ),
        ],
  );
}

function endlessProblems(workflow: Workflow): Problem[] {
  const done = new Set(workflow.states.filter(({ category }) => category === 'done').map(({ id }) => id));
  if (done.size === 0)
    return [blocks('/workflow/states', 'no case can ever end', 'add a state of category done')];
  return workflow.states.flatMap((state, index) => {
    if (done.has(state.id)) return [];
    const reached = reachedFrom(state.id, workflow.transitions);
    if ([...reached].some((id) => done.has(id))) return [];
    const message =
      reached.size === 1
        ? `“${state.id}” is a dead end: nothing leads out of it`
        : `from “${state.id}” no case can ever end`;
    return [blocks(`/workflow/states/${index}`, message, 'add a transition that leads on to a done state')];
  });
}

/** Automatic transitions that lead back to where they began would be taken for ever, since no gate or person stands between. */
function loopProblems(workflow: Workflow): Problem[] {
  const gated = new Set(workflow.states.filter(({ gates }) => (gates ?? []).length > 0).map(({ id }) => id));
  const automatic = workflow.transitions
    .map((step) => ({ ...step, from: step.from.filter((id) => step.beforeGates || !gated.has(id)) }))
    .filter((step) => step.auto);
  const free = automatic.filter((step) => step.guard === undefined);
  return workflow.transitions.flatMap((step, index) => {
    const pointer = `/workflow/transitions/${index}`;
    if (isInLoop(step.id, free))
      return [
        blocks(
          pointer,
          `“${step.id}” would be taken again and again`,
          'give it a guard, or let a person take it',
        ),
      ];
    if (isInLoop(step.id, automatic))
      return [
        advises(
          pointer,
          `“${step.id}” may be taken again and again`,
          'see that its guard turns false on the way',
        ),
      ];
    return [];
  });
}

function isInLoop(id: string, steps: readonly Transition[]): boolean {
  const step = steps.find((one) => one.id === id);
  if (step === undefined) return false;
  const reached = reachedFrom(step.to, steps);
  return step.from.some((from) => reached.has(from));
}

function withdrawProblems(workflow: Workflow): Problem[] {
  const canWithdraw = workflow.transitions.some(
    ({ kind, from, who }) =>
      kind === 'withdraw' && from.includes(workflow.initial) && who.includes('requester'),
  );
  if (canWithdraw) return [];
  return [
    advises(
      '/workflow/transitions',
      'a requester cannot take a request back',
      'add a transition of kind withdraw from the first state, for the requester',
    ),
  ];
}

function reachedFrom(start: string, steps: readonly Pick<Transition, 'from' | 'to'>[]): ReadonlySet<string> {
  const reached = new Set([start]);
  // A set visits what is added to it while it is walked.
  for (const id of reached) for (const { from, to } of steps) if (from.includes(id)) reached.add(to);
  return reached;
}
