import { advises, blocks, type Problem } from '../error/problem.ts';
import { textProblems } from './text-problems.ts';
import type { WorkflowUnderCheck } from './workflow-context.ts';
import type { WorkflowState } from './workflow-schema.ts';

/** What is wrong with each state by itself: its id, its owner and backup, and what it refers to. */
export function stateProblems({ workflow, context }: WorkflowUnderCheck): readonly Problem[] {
  return workflow.states.flatMap((state, index) => {
    const at = `/workflow/states/${index}`;
    const first = workflow.states.findIndex(({ id }) => id === state.id);
    return [
      ...(first < index
        ? [blocks(`${at}/id`, `there are two states “${state.id}”`, 'give one another id')]
        : []),
      ...(state.category === 'done' ? closedProblems(at, state) : openProblems(at, state)),
      ...roleProblems(at, state, context.roles),
      ...referenceProblems(at, state, { workflow, context }),
      ...textProblems(`${at}/next`, state.next, context.catalogue),
    ];
  });
}

function openProblems(at: string, state: WorkflowState): Problem[] {
  const found: Problem[] = [];
  if (!state.owner)
    found.push(blocks(at, `nobody answers for a case in “${state.id}”`, 'name an owner role: {role: …}'));
  if (!state.backup)
    found.push(blocks(at, `“${state.id}” has no backup`, 'name a backup role, for when no owner is there'));
  if (state.owner && state.owner.role === state.backup?.role)
    found.push(advises(`${at}/backup`, 'owner and backup are the same role', 'name another role as backup'));
  if (state.outcome !== undefined)
    found.push(
      blocks(`${at}/outcome`, 'an open state has no outcome yet', 'remove it, or make the state done'),
    );
  return found;
}

function closedProblems(at: string, state: WorkflowState): Problem[] {
  const found: Problem[] = [];
  if (state.gates !== undefined && state.gates.length > 0)
    found.push(blocks(`${at}/gates`, 'nobody signs in a done state', 'move the gates to the state before'));
  if (state.chain !== undefined)
    found.push(blocks(`${at}/chain`, 'a closed case is not routed', 'remove the chain'));
  return found;
}

function roleProblems(at: string, state: WorkflowState, roles: ReadonlySet<string> | undefined): Problem[] {
  return (['owner', 'backup'] as const).flatMap((key) => {
    const role = state[key]?.role;
    if (role === undefined || roles === undefined || roles.has(role)) return [];
    return [blocks(`${at}/${key}/role`, `there is no role “${role}”`, 'create the role or name another')];
  });
}

function referenceProblems(at: string, state: WorkflowState, { context }: WorkflowUnderCheck): Problem[] {
  const found: Problem[] = [];
  if (state.chain !== undefined && !context.chains.has(state.chain))
    found.push(
      blocks(`${at}/chain`, `there is no chain “${state.chain}”`, 'name a chain of this definition'),
    );
  for (const [index, gate] of (state.gates ?? []).entries()) {
    const pointer = `${at}/gates/${index}`;
    if (!context.gates.some(({ id }) => id === gate))
      found.push(blocks(pointer, `there is no gate “${gate}”`, 'name a gate of this definition'));
    if (state.gates?.indexOf(gate) !== index)
      found.push(blocks(pointer, `“${gate}” is named twice`, 'name it once'));
  }
  return found;
}
