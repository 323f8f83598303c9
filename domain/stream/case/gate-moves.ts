import type { DecidedMatter } from '../../approval/approver-directory.ts';
import { cancelGate, type GateChange, withSeats } from '../../approval/close-step.ts';
import { gateInputs } from '../../approval/gate-inputs.ts';
import type { Gate } from '../../approval/gate-schema.ts';
import { type GateState, signersOf } from '../../approval/gate-state.ts';
import { gatesAhead } from '../../approval/gates-ahead.ts';
import { isBetweenSteps, openGate, openNextStep, presentStep } from '../../approval/open-gate.ts';
import { gatesToOpen } from '../../approval/open-gates.ts';
import { resolveApprovers, type Seating } from '../../approval/resolve-approvers.ts';
import { gatesAfterChange, staleGate, staleGates } from '../../approval/stale-gates.ts';
import { addWorkingTime } from '../../calendar/add-working-time.ts';
import { durationMs } from '../../calendar/duration.ts';
import type { Json } from '../../hash/canonical-json.ts';
import type { GateAhead } from '../../workflow/transition-refusals.ts';
import { materialFields } from './case-basis.ts';
import type { CaseCourse } from './case-course.ts';
import type { CaseState } from './case-state.ts';
import { type CaseWorld, calendarOf } from './case-world.ts';
import { oweNotice } from './notices.ts';

/** The key of the effect that looks at a gate's deadline. */
export const gateKey = (gate: string): string => `gate:${gate}`;

/** What approvals read of the case. */
export function matterOf(state: CaseState, world: CaseWorld): DecidedMatter {
  const amountField = world.definition.purposes.get('amount');
  const amount =
    amountField === undefined
      ? undefined
      : (world.facts.values[`${amountField}.base`] ?? world.facts.values[amountField]);
  const owner = world.facts.values['account.owner'];
  return {
    type: state.type,
    amount: typeof amount === 'number' ? amount : null,
    requester: state.requester,
    behalf: state.behalf,
    editors: state.lastEditor === null ? [] : [state.lastEditor],
    values: state.values,
    accountOwner: typeof owner === 'string' ? owner : null,
    couldOpen: (person) => world.couldOpen(person, state),
  };
}

/** Who may sign a step of a gate now. */
export function seatingOf(state: CaseState, world: CaseWorld, gate: Gate, step: number): Seating {
  const known = state.gates.find((other) => other.gate === gate.id && other.status === 'open');
  return resolveApprovers({
    gate,
    step,
    ...(known === undefined ? {} : { state: known }),
    matter: matterOf(state, world),
    directory: world.approvers,
    at: world.now,
  });
}

/** When a step has to be signed; null without a deadline. */
function deadlineOf(world: CaseWorld, gate: Gate, step: number): number | null {
  const deadline = gate.steps[step]?.deadline;
  if (deadline === undefined) return null;
  const { calendar } = calendarOf(world, deadline.calendar ?? 'always');
  return addWorkingTime(calendar, world.now, durationMs(deadline.duration, calendar));
}

/** Puts a gate's state on record, arms its deadline and asks those who may sign and were not asked before. */
export function recordGate(
  course: CaseCourse,
  world: CaseWorld,
  gate: GateState,
  kind: 'gate-opened' | 'gate-changed',
): void {
  const before = course.state.gates.find((other) => other.gate === gate.gate);
  course.happened(kind, { gate: gate as unknown as Json });
  armGate(course, world, gate);
  askApprovers(course, world, gate, kind === 'gate-opened' ? undefined : before);
}

/** Arms the deadline of the step people sign now. */
export function armGate(course: CaseCourse, world: CaseWorld, gate: GateState): void {
  const dueAt = presentStep(gate)?.dueAt ?? null;
  if (dueAt === null) course.cancel(gateKey(gate.gate));
  else
    course.owe({
      kind: 'clock',
      key: gateKey(gate.gate),
      dueAt: Math.max(dueAt, world.now),
      payload: { gate: gate.gate },
    });
}

function askApprovers(
  course: CaseCourse,
  world: CaseWorld,
  gate: GateState,
  before: GateState | undefined,
): void {
  const step = presentStep(gate);
  if (step === undefined) return;
  const asked = new Set(
    before?.step === gate.step ? before.steps[gate.step]?.approvers.map(({ person }) => person) : [],
  );
  const signed = signersOf(gate);
  for (const { person } of step.approvers) {
    if (!asked.has(person) && !signed.has(person))
      oweNotice(course, world, { to: person, why: 'approve', ref: `${gate.gate}:${gate.round}:${step.id}` });
  }
  if (step.incident !== null) {
    oweNotice(course, world, {
      to: `role:${course.state.accountable}`,
      why: 'incident',
      ref: `${gate.gate}:${gate.round}`,
    });
  }
}

/** Opens the gates of a state whose condition is not false (an unknown one demands its gate); each entry of a state asks anew, whatever an earlier stay approved. */
export function openGates(course: CaseCourse, world: CaseWorld, ids: readonly string[]): void {
  for (const id of gatesToOpen(gatesOf(world, ids), world.facts).open) {
    const standing = course.state.gates.find((other) => other.gate === id)?.status;
    if (standing !== 'open') startGate(course, world, id);
  }
}

const gatesOf = (world: CaseWorld, ids: readonly string[]): Gate[] =>
  ids.flatMap((id) => world.definition.gates.get(id) ?? []);

function startGate(course: CaseCourse, world: CaseWorld, id: string): void {
  const gate = world.definition.gates.get(id);
  if (gate === undefined) return;
  const before = course.state.gates.find((other) => other.gate === id);
  const seating = seatingOf({ ...course.state, gates: [] }, world, gate, 0);
  const opening = { at: world.now, seating, dueAt: deadlineOf(world, gate, 0) };
  const inputs = gateInputs(gate, [...materialFields(world.definition)]);
  recordGate(course, world, openGate(gate, opening, inputs, before), 'gate-opened');
}

/** Opens the next step of a gate whose step has just approved. */
export function openStepAfter(course: CaseCourse, world: CaseWorld, gate: Gate, state: GateState): GateState {
  const between = {
    ...course.state,
    gates: [...course.state.gates.filter((other) => other.gate !== gate.id), state],
  };
  const opening = {
    at: world.now,
    seating: seatingOf(between, world, gate, state.step),
    dueAt: deadlineOf(world, gate, state.step),
  };
  return openNextStep(gate, state, opening);
}

/** Puts a gate on record, with its next step open when one has just approved. */
export function advanceGate(
  course: CaseCourse,
  world: CaseWorld,
  gate: Gate,
  { gateState }: Pick<GateChange, 'gateState'>,
): void {
  const next = isBetweenSteps(gateState) ? openStepAfter(course, world, gate, gateState) : gateState;
  recordGate(course, world, next, 'gate-changed');
}

/** Calls off every open gate that the present state does not name. */
export function closeGates(course: CaseCourse, world: CaseWorld, keep: readonly string[]): void {
  for (const gate of course.state.gates) {
    if (gate.status !== 'open' || keep.includes(gate.gate)) continue;
    course.happened('gate-changed', { gate: cancelGate(gate, world.now) as unknown as Json });
    course.cancel(gateKey(gate.gate));
  }
}

/** Opens gates again that were called off, with every signature they had. */
export function reopenCalledOff(course: CaseCourse, world: CaseWorld, ids: readonly string[]): void {
  for (const gate of course.state.gates) {
    if (gate.status !== 'cancelled' || !ids.includes(gate.gate)) continue;
    recordGate(course, world, { ...gate, status: 'open', closedAt: null }, 'gate-changed');
  }
}

/** Whether no gate of the case waits for anybody. */
export function allGatesPassed(state: Pick<CaseState, 'gates'>): boolean {
  return state.gates.every((gate) => gate.status !== 'open');
}

/** The open gates with who may sign them now and where their outcomes lead. */
export function openGatesAhead(state: CaseState, world: CaseWorld): readonly GateAhead[] {
  const open = state.gates
    .filter((gate) => gate.status === 'open')
    .map((gate) => {
      const definition = world.definition.gates.get(gate.gate);
      if (definition === undefined || presentStep(gate) === undefined) return gate;
      return withSeats(gate, seatingOf(state, world, definition, gate.step));
    });
  const ids = open.map(({ gate }) => gate);
  return gatesAhead(gatesOf(world, ids), open, ids, { language: world.definition.document.form.language });
}

/** After material fields changed: what was decided on them is decided anew, gates now demanded open, those no longer needed are called off. */
export function reopenStaleGates(
  course: CaseCourse,
  world: CaseWorld,
  changedFields: readonly string[],
): void {
  const named = world.definition.states.get(course.state.state)?.gates ?? [];
  const change = {
    gates: gatesOf(world, named),
    states: course.state.gates,
    facts: world.facts,
    changedFields,
  };
  const stale = staleGates(course.state.gates, changedFields);
  const after = gatesAfterChange(change);
  for (const gate of course.state.gates) {
    const next = stale.includes(gate.gate)
      ? staleGate(gate, world.now)
      : after.cancel.includes(gate.gate)
        ? cancelGate(gate, world.now)
        : gate;
    if (next === gate) continue;
    course.happened('gate-changed', { gate: next as unknown as Json });
    course.cancel(gateKey(gate.gate));
  }
  for (const id of new Set([...after.open, ...after.again])) startGate(course, world, id);
}
