import { DomainError } from '../error/domain-error.ts';
import type { FactSet } from '../fact/fact-set.ts';
import { textIn } from '../form/text-schema.ts';
import { verdictOf } from './verdict.ts';
import { whoInWords } from './who-in-words.ts';
import type { Transition, Workflow, WorkflowState } from './workflow-schema.ts';

/** A gate of the present state that has not passed: who may sign (names to show), and the transitions its rejection and return take. */
export interface GateAhead {
  readonly id: string;
  readonly title: string;
  readonly signers: readonly string[];
  readonly exits: readonly string[];
}

/** All that decides whether somebody may take a step of the workflow now. */
export interface Situation {
  readonly workflow: Workflow;
  /** Id of the state the case is in. */
  readonly state: string;
  /** What the actor is to this case, and the roles held: `assignee`, `finance-lead` … */
  readonly relations: readonly string[];
  readonly facts: FactSet;
  /** The stored values of the form, by field. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly openGates: readonly GateAhead[];
  /** Labels of fields to show instead of their ids. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Language of the messages' names; default English. */
  readonly language?: string;
}

/** One reason to refuse a step, or none. */
export type Check = (step: Transition, situation: Situation) => DomainError | undefined;

/** Refuses who is not among those who may take the step; what is automatic the product may take as well. */
export const refusalOfActor: Check = (step, situation) => {
  const allowed = [...new Set(step.auto ? [...step.who, 'system'] : step.who)];
  if (allowed.some((one) => situation.relations.includes(one))) return undefined;
  const title = textIn(step.title, situation.language ?? 'en');
  return new DomainError('NOT_ALLOWED', `“${title}” is for ${whoInWords(allowed)}.`, {
    data: { transition: step.id, who: allowed },
  });
};

/**
 * Refuses whoever asked for it, or for whom it was asked, a step that decides on the request, whoever else they are to the case.
 * What decides: granting it (into a state of category `approved` or an end whose outcome is `approved`, from one that is neither),
 * rejecting it, and closing what is not granted in any way but withdrawing; an end the designer gave to the requester by name is
 * theirs, as long as it neither grants nor rejects.
 */
export const refusalOfOwnRequest: Check = (step, situation) => {
  const own = situation.relations.filter((relation) => relation === 'requester' || relation === 'behalf');
  if (own.length === 0) return undefined;
  const decides = decisionIn(step, situation, own);
  if (decides === undefined) return undefined;
  const title = textIn(step.title, situation.language ?? 'en');
  const way = decides === 'grants' ? undefined : wayOut(situation);
  const instead =
    way === undefined
      ? ''
      : ` To give it up, take “${textIn(way.title, situation.language ?? 'en')}” instead.`;
  return new DomainError(
    'SELF_DECISION',
    `Nobody decides on their own request: somebody else has to take “${title}”.${instead}`,
    { data: { transition: step.id, ...(way === undefined ? {} : { instead: way.id }) } },
  );
};

/** What a step would decide on the request, if those who stand to it as `own` took it. */
function decisionIn(
  step: Transition,
  { workflow, state }: Situation,
  own: readonly string[],
): 'grants' | 'rejects' | 'closes' | undefined {
  const from = workflow.states.find(({ id }) => id === state);
  const to = workflow.states.find(({ id }) => id === step.to);
  const granted = isGranted(from);
  if (!granted && isGranted(to)) return 'grants';
  if (to?.category !== 'done' || step.kind === 'withdraw') return undefined;
  if (to.outcome === 'rejected') return 'rejects';
  const given = to.outcome === 'withdrawn' || own.some((relation) => step.who.includes(relation));
  return granted || given ? undefined : 'closes';
}

const isGranted = (state: WorkflowState | undefined): boolean =>
  state?.category === 'approved' || state?.outcome === 'approved';

/** The step by which somebody could withdraw the request from here. */
function wayOut({ workflow, state, relations }: Situation): Transition | undefined {
  return workflow.transitions.find(
    (step) =>
      step.kind === 'withdraw' &&
      step.from.includes(state) &&
      step.who.some((one) => relations.includes(one)),
  );
}

/**
 * Refuses a step that has to wait for approvals.
 * Withdrawing, revoking, what a gate's own rejection or return takes, and steps marked `beforeGates` do not wait.
 */
export const refusalOfGates: Check = (step, situation) => {
  if (step.beforeGates || (step.kind ?? 'normal') !== 'normal') return undefined;
  if (situation.openGates.some((gate) => gate.exits.includes(step.id))) return undefined;
  if (situation.openGates.length === 0) return undefined;
  const waits = situation.openGates.map((gate) =>
    gate.signers.length === 0
      ? `${gate.title} (nobody can sign it now)`
      : `${gate.title} (${gate.signers.join(', ')} can sign)`,
  );
  return new DomainError('GATE_OPEN', `This waits for ${waits.join(' and ')}.`, {
    data: {
      transition: step.id,
      gates: situation.openGates.map(({ id, signers }) => ({ id, signers: [...signers] })),
    },
  });
};

/** Refuses a step whose guard is not true; an unknown one names the inputs that are missing. */
export const refusalOfGuard: Check = (step, situation) => {
  const verdict = verdictOf(step.guard, situation.facts);
  if (verdict.value === true) return undefined;
  const title = textIn(step.title, situation.language ?? 'en');
  const help = step.guardHelp === undefined ? '' : ` ${textIn(step.guardHelp, situation.language ?? 'en')}`;
  return new DomainError('GUARD_REFUSED', `${guardMessage(title, verdict, situation)}${help}`, {
    data: { transition: step.id, guard: verdict.value, missing: [...verdict.missing] },
  });
};

function guardMessage(title: string, verdict: ReturnType<typeof verdictOf>, situation: Situation): string {
  if (verdict.failure !== undefined)
    return `The condition of “${title}” could not be evaluated: ${verdict.failure}`;
  if (verdict.value === false) return `The condition of “${title}” is not met.`;
  const missing = verdict.missing.map((key) => labelOf(key, situation)).join(', ');
  return `Whether “${title}” is possible is not known yet; missing input: ${missing}.`;
}

/** Refuses a step while a field it requires is empty. */
export const refusalOfFields: Check = (step, situation) => {
  const empty = (step.requires ?? []).filter((field) => !isFilled(situation.values, field));
  if (empty.length === 0) return undefined;
  const names = empty.map((field) => labelOf(field, situation));
  return new DomainError(
    'VALIDATION_FAILED',
    `“${textIn(step.title, situation.language ?? 'en')}” needs ${names.join(', ')} filled in first.`,
    {
      details: empty.map((field, index) => ({
        pointer: `/values/${field}`,
        detail: `Fill in ${names[index] ?? field}.`,
      })),
      data: { transition: step.id, fields: empty },
    },
  );
};

function labelOf(key: string, situation: Situation): string {
  const labels = situation.labels ?? {};
  return (Object.hasOwn(labels, key) ? labels[key] : undefined) ?? key;
}

function isFilled(values: Readonly<Record<string, unknown>>, field: string): boolean {
  const value = Object.hasOwn(values, field) ? values[field] : undefined;
  if (value === undefined || value === null) return false;
  if (typeof value === 'string') return value.trim() !== '';
  return !Array.isArray(value) || value.length > 0;
}
