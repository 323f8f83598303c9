import { blocks, type Problem } from '../error/problem.ts';
import type { GateExits, WorkflowUnderCheck } from './workflow-context.ts';
import type { Transition, Workflow, WorkflowState } from './workflow-schema.ts';

const outcomes = ['onApproved', 'onRejected', 'onReturned'] as const;

/** What is wrong between states and the outcomes of their gates: exits that do not leave the state, and no way on. */
export function gateExitProblems({ workflow, context }: WorkflowUnderCheck): readonly Problem[] {
  return workflow.states.flatMap((state, index) => {
    const at = `/workflow/states/${index}/gates`;
    const named = state.gates ?? [];
    const gates = context.gates.filter(({ id }) => named.includes(id));
    if (gates.length === 0 || state.category === 'done') return [];
    return [
      ...gates.flatMap((gate) =>
        outcomeProblems(`${at}/${named.indexOf(gate.id)}`, gate, { workflow, state }),
      ),
      ...onwardProblems(at, gates, { workflow, state }),
    ];
  });
}

function outcomeProblems(
  at: string,
  gate: GateExits,
  { workflow, state }: { workflow: Workflow; state: WorkflowState },
): Problem[] {
  return outcomes.flatMap((outcome) => {
    const exit = gate[outcome];
    const step = workflow.transitions.find(({ id }) => id === exit);
    if (exit === undefined) return [];
    if (!step?.from.includes(state.id))
      return [
        blocks(
          at,
          `${outcome} of “${gate.id}” names “${exit}”, which does not leave “${state.id}”`,
          `name a transition that leaves “${state.id}”`,
        ),
      ];
    if (step.guard !== undefined || (step.requires ?? []).length > 0)
      return [
        blocks(
          at,
          `${outcome} of “${gate.id}” takes “${exit}”, which may refuse to be taken`,
          'remove its guard and required fields, or make a transition of its own for the gate',
        ),
      ];
    return [];
  });
}

function onwardProblems(
  at: string,
  gates: readonly GateExits[],
  { workflow, state }: { workflow: Workflow; state: WorkflowState },
): Problem[] {
  const onward = new Set(gates.flatMap(({ onApproved }) => onApproved ?? []));
  if (onward.size > 1)
    return [
      blocks(
        at,
        `its gates lead on to different steps: ${[...onward].join(', ')}`,
        'let the gates of one state name the same onApproved, or none',
      ),
    ];
  const refusing = new Set(gates.flatMap(({ onRejected, onReturned }) => [onRejected, onReturned]));
  const leadsOn = (step: Transition) =>
    step.from.includes(state.id) && (step.kind ?? 'normal') === 'normal' && !refusing.has(step.id);
  if (onward.size === 1 || workflow.transitions.some(leadsOn)) return [];
  return [
    blocks(
      at,
      `when its gates have approved, nothing leads on from “${state.id}”`,
      'add a transition for what happens after approval, or name it in onApproved',
    ),
  ];
}
