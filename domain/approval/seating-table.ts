import { assert } from '../error/assert.ts';
import { type Absence, type ApproverDirectory, absenceOf, type DecidedMatter } from './approver-directory.ts';
import { type Exclusion, exclusionsOf } from './exclusions.ts';
import type { Gate, GateStep } from './gate-schema.ts';
import {
  type GateState,
  type SeatedApprover,
  type StandIn,
  type StepState,
  seatOf,
  signersOf,
  votesThatCount,
} from './gate-state.ts';
import type { Candidate } from './source-people.ts';

/** Which step of which gate is to be seated, for which case, by whom there is at this moment. */
export interface SeatingRequest {
  readonly gate: Gate;
  /** Index of the step. */
  readonly step: number;
  /** The gate as it stands; absent before it is opened. */
  readonly state?: GateState;
  readonly matter: DecidedMatter;
  readonly directory: ApproverDirectory;
  readonly at: number;
}

/** Why somebody a source or a delegation names does not sit. */
export type Removal =
  | Absence
  | Exclusion
  | 'signed'
  | 'has-own-seat'
  | 'stands-in-already'
  | 'could-not-open'
  | 'no-longer-named';

/** Somebody who does not sit, and why; `for` when it was to be in another's place. */
export interface Removed {
  readonly person: string;
  readonly by: Removal;
  readonly for?: string;
}

/** A step's seats while they are being filled. */
export interface SeatingTable {
  readonly request: SeatingRequest;
  readonly definition: GateStep;
  /** The step as it stands; undefined before it is opened. */
  readonly step: StepState | undefined;
  readonly exclusions: ReadonlyMap<string, Exclusion>;
  /** Everybody who has signed anywhere in this gate. */
  readonly signers: ReadonlySet<string>;
  entries: SeatedApprover[];
  readonly removed: Removed[];
  /** The seats the step's own sources make, signed or not. */
  readonly seats: Set<string>;
}

/** A table on which only what was signed stands. */
export function laidTable(request: SeatingRequest): SeatingTable {
  const definition = request.gate.steps[request.step];
  assert(definition !== undefined, `the gate ${request.gate.id} has a step ${request.step}`);
  const step = request.state?.steps[request.step];
  const entries = signedEntries(step);
  return {
    request,
    definition,
    step,
    exclusions: exclusionsOf(request.matter, request.directory, request.at),
    signers: signersOf(request.state),
    entries,
    removed: [],
    seats: new Set(entries.filter((one) => !isExtraSeat(one)).map(seatOf)),
  };
}

function signedEntries(step: StepState | undefined): SeatedApprover[] {
  return votesThatCount(step).map((vote) => {
    const sat = step?.approvers.find((one) => one.person === vote.person && seatOf(one) === seatOf(vote));
    return seated({ person: vote.person, via: sat?.via ?? 'signed' }, vote);
  });
}

/** An entry without keys that have no value. */
export function seated(
  { person, via }: Candidate,
  more: { readonly for?: string | undefined; readonly as?: StandIn | undefined },
): SeatedApprover {
  return {
    person,
    via,
    ...(more.for === undefined ? {} : { for: more.for }),
    ...(more.as === undefined ? {} : { as: more.as }),
  };
}

/** True for a seat that only a backup or an escalation brought in. */
export function isExtraSeat(one: SeatedApprover): boolean {
  return one.for === undefined && (one.as === 'backup' || one.as === 'escalation');
}

/** Whose own seats a step has, signed or not, as it stands; none before it is opened. */
export function ownSeats(step: StepState | undefined): ReadonlySet<string> {
  const taken = step?.approvers.filter((one) => !isExtraSeat(one)).map(seatOf) ?? [];
  const missing = step?.missing?.filter(({ seat }) => seat === true).map(({ person }) => person) ?? [];
  return new Set([...taken, ...missing]);
}

/** The seats on which somebody sits. */
export function takenSeats(entries: readonly SeatedApprover[]): ReadonlySet<string> {
  return new Set(entries.map(seatOf));
}

/** Why somebody could not sign at all now, or undefined. */
export function unfitness(table: SeatingTable, person: string): Removal | undefined {
  const { request, exclusions, signers } = table;
  const excluded = exclusions.get(person);
  if (excluded !== undefined) return excluded;
  if (signers.has(person)) return 'signed';
  return absenceOf(request.directory.person(person), request.at);
}

/** True for what makes a seat wait for somebody else, and does not take the seat away. */
export function isAbsence(why: Removal): boolean {
  return why === 'unknown' || why === 'inactive' || why === 'away' || why === 'on-leave';
}
