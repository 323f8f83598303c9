import { advises, blocks, type Problem } from '../error/problem.ts';
import { conditionProblems } from '../workflow/condition-problems.ts';
import { distinctSignerProblems } from './distinct-signer-problems.ts';
import type { GateContext, StepUnderCheck } from './gate-context.ts';
import type { Gate } from './gate-schema.ts';
import { sightProblems } from './sight-problems.ts';
import { signerProblems } from './signer-problems.ts';
import { sourceProblems } from './source-problems.ts';

/** Everything wrong with the gates of a definition; pointers begin with `/gates`. */
export function checkGates(gates: readonly Gate[], context: GateContext): readonly Problem[] {
  return gates.flatMap((gate, index) => {
    const at = `/gates/${index}`;
    const first = gates.findIndex(({ id }) => id === gate.id);
    return [
      ...(first < index
        ? [blocks(`${at}/id`, `there are two gates “${gate.id}”`, 'give one another id')]
        : []),
      ...conditionProblems(`${at}/when`, gate.when, context.catalogue),
      ...exitProblems(at, gate, context),
      ...inputProblems(at, gate, context),
      ...sourceProblems(`${at}/escalation`, gate.escalation, context),
      ...sightProblems(`${at}/escalation`, gate.escalation, context),
      ...distinctSignerProblems(at, gate, context),
      ...gate.steps.flatMap((step, position) =>
        stepProblems({ gate, step, at: `${at}/steps/${position}`, context }),
      ),
    ];
  });
}

const outcomes = ['onApproved', 'onRejected', 'onReturned'] as const;

function exitProblems(at: string, gate: Gate, { workflow }: GateContext): readonly Problem[] {
  const found: Problem[] = [];
  for (const outcome of outcomes) {
    const exit = gate[outcome];
    if (exit === undefined || workflow.transitions.some(({ id }) => id === exit)) continue;
    found.push(
      blocks(`${at}/${outcome}`, `there is no transition “${exit}”`, 'name a transition of the workflow'),
    );
  }
  if (gate.onRejected === undefined)
    found.push(
      blocks(at, `a rejection by “${gate.id}” would lead nowhere`, 'name a transition in onRejected'),
    );
  if (!workflow.states.some(({ gates }) => gates?.includes(gate.id)))
    found.push(
      advises(at, `no state asks for “${gate.id}”`, 'name it in the gates of a state, or remove it'),
    );
  return found;
}

function inputProblems(at: string, gate: Gate, { fields }: GateContext): readonly Problem[] {
  return (gate.inputs ?? []).flatMap((input, index) => {
    const pointer = `${at}/inputs/${index}`;
    const field = fields.find(({ id }) => id === input);
    if (field === undefined)
      return [blocks(pointer, `there is no field “${input}”`, 'name a field of the form')];
    if (field.material !== false) return [];
    return [
      blocks(pointer, `“${input}” is not material, so its change opens nothing`, 'remove material: false'),
    ];
  });
}

function stepProblems(under: StepUnderCheck): readonly Problem[] {
  const { gate, step, at, context } = under;
  const position = gate.steps.indexOf(step);
  const first = gate.steps.findIndex(({ id }) => id === step.id);
  return [
    ...(first < position
      ? [blocks(`${at}/id`, `there are two steps “${step.id}”`, 'give one another id')]
      : []),
    ...sourceProblems(`${at}/approvers`, step.approvers, context),
    ...sourceProblems(`${at}/backup`, step.backup, context),
    ...deadlineProblems(under),
    ...signerProblems(under),
    ...sightProblems(`${at}/approvers`, step.approvers, context),
    ...sightProblems(`${at}/backup`, step.backup, context),
  ];
}

function deadlineProblems({ gate, step, at, context }: StepUnderCheck): readonly Problem[] {
  const { deadline, onDeadline } = step;
  if (deadline === undefined)
    return onDeadline === undefined
      ? []
      : [blocks(`${at}/onDeadline`, 'there is no deadline', 'add deadline: {duration, calendar}')];
  const found: Problem[] = [];
  const { calendar } = deadline;
  if (calendar === undefined)
    found.push(
      blocks(`${at}/deadline`, 'the deadline has no calendar', 'name the calendar its time runs in'),
    );
  else if (context.registry !== undefined && !context.registry.calendars.has(calendar))
    found.push(
      blocks(`${at}/deadline/calendar`, `there is no calendar “${calendar}”`, 'name one that exists'),
    );
  if (onDeadline === undefined)
    found.push(
      blocks(at, 'nothing happens at the deadline', 'set onDeadline: remind, escalate, approve or reject'),
    );
  if (onDeadline === 'escalate' && step.backup === undefined && gate.escalation === undefined)
    found.push(blocks(`${at}/onDeadline`, 'there is nobody to escalate to', 'name a backup'));
  if (onDeadline === 'approve')
    found.push(advises(`${at}/onDeadline`, 'silence approves', 'see that this is meant'));
  return found;
}
