import { advises, blocks, type Problem } from '../error/problem.ts';
import { conditionProblems } from './condition-problems.ts';
import type { WorkflowUnderCheck } from './workflow-context.ts';
import { caseRelations, type Transition } from './workflow-schema.ts';

const relations: readonly string[] = caseRelations;

/** What is wrong with each transition by itself: its ids, who may take it, its guard and what it asks for. */
export function transitionProblems(under: WorkflowUnderCheck): readonly Problem[] {
  const { workflow, context } = under;
  return workflow.transitions.flatMap((step, index) => {
    const at = `/workflow/transitions/${index}`;
    const first = workflow.transitions.findIndex(({ id }) => id === step.id);
    return [
      ...(first < index
        ? [blocks(`${at}/id`, `there are two transitions “${step.id}”`, 'give one another id')]
        : []),
      ...endProblems(at, step, under),
      ...kindProblems(at, step, under),
      ...whoProblems(at, step, under),
      ...automaticProblems(at, step),
      ...conditionProblems(`${at}/guard`, step.guard, context.catalogue),
      ...fieldProblems(at, step, under),
    ];
  });
}

function endProblems(at: string, step: Transition, { workflow }: WorkflowUnderCheck): Problem[] {
  const found: Problem[] = [];
  for (const [index, from] of step.from.entries()) {
    const pointer = `${at}/from/${index}`;
    if (!workflow.states.some(({ id }) => id === from))
      found.push(blocks(pointer, `there is no state “${from}”`, 'name a state of this workflow'));
    if (step.from.indexOf(from) !== index)
      found.push(blocks(pointer, `“${from}” is named twice`, 'name it once'));
  }
  if (!workflow.states.some(({ id }) => id === step.to))
    found.push(blocks(`${at}/to`, `there is no state “${step.to}”`, 'name a state of this workflow'));
  return found;
}

function kindProblems(at: string, step: Transition, { workflow }: WorkflowUnderCheck): Problem[] {
  const isDone = (id: string) =>
    workflow.states.some((state) => state.id === id && state.category === 'done');
  const isOpen = (id: string) =>
    workflow.states.some((state) => state.id === id && state.category !== 'done');
  const kind = step.kind ?? 'normal';
  const found: Problem[] = [];
  if (
    step.beforeGates &&
    workflow.states.some(({ id, category }) => id === step.to && category === 'approved')
  )
    found.push(
      blocks(`${at}/beforeGates`, 'this would go round the gates to an approved state', 'remove beforeGates'),
    );
  if ((kind === 'normal' || kind === 'withdraw') && step.from.some(isDone))
    found.push(
      blocks(`${at}/from`, 'a done state is left by reopening or revoking only', 'set kind: reopen'),
    );
  if (kind === 'reopen' && (step.from.some(isOpen) || isDone(step.to)))
    found.push(blocks(at, 'reopening leads from a done state to an open one', 'correct from and to'));
  if (kind === 'withdraw' && isOpen(step.to))
    found.push(blocks(`${at}/to`, 'withdrawing ends the case', 'let it lead to a done state'));
  return found;
}

function whoProblems(at: string, step: Transition, { workflow, context }: WorkflowUnderCheck): Problem[] {
  const found: Problem[] = [];
  for (const [index, who] of step.who.entries()) {
    if (relations.includes(who) || context.roles === undefined || context.roles.has(who)) continue;
    found.push(blocks(`${at}/who/${index}`, `there is no role “${who}”`, 'create the role or name another'));
  }
  const gated = workflow.states.some(({ id, gates }) => step.from.includes(id) && (gates ?? []).length > 0);
  const takers = step.who.filter((who) => who !== 'system' && (who !== 'approver' || gated));
  const byProduct =
    step.auto ||
    step.kind === 'revoke' ||
    context.gates.some((gate) => [gate.onApproved, gate.onRejected, gate.onReturned].includes(step.id));
  if (takers.length === 0 && !byProduct)
    found.push(blocks(`${at}/who`, `nobody can take “${step.id}”`, 'name who may take it, or make it auto'));
  return found;
}

function automaticProblems(at: string, step: Transition): Problem[] {
  if (!step.auto) return [];
  const found: Problem[] = [];
  if (step.comment === 'required')
    found.push(
      blocks(`${at}/comment`, 'an automatic step cannot write a comment', 'make the comment optional'),
    );
  if ((step.requires ?? []).length > 0)
    found.push(
      blocks(
        `${at}/requires`,
        'an automatic step waits by its guard only',
        'ask with {"present": …} in the guard',
      ),
    );
  if (step.beforeGates)
    found.push(
      advises(
        `${at}/beforeGates`,
        `“${step.id}” leaves before its gates have signed`,
        'remove beforeGates or auto',
      ),
    );
  return found;
}

function fieldProblems(at: string, step: Transition, { context }: WorkflowUnderCheck): Problem[] {
  return (step.requires ?? []).flatMap((field, index) =>
    context.fields.has(field)
      ? []
      : [blocks(`${at}/requires/${index}`, `there is no field “${field}”`, 'name a field of the form')],
  );
}
