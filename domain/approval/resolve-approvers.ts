import { absenceOf } from './approver-directory.ts';
import type { Quorum } from './gate-schema.ts';
import { type MissingSigner, type SeatedApprover, type SeatingIncident, seatOf } from './gate-state.ts';
import { seatDelegates } from './seat-delegates.ts';
import { helpBeside, helpOnSeats } from './seat-helpers.ts';
import {
  isAbsence,
  laidTable,
  ownSeats,
  type Removed,
  type SeatingRequest,
  type SeatingTable,
  seated,
  takenSeats,
  unfitness,
} from './seating-table.ts';
import { type Candidate, sourcePeople } from './source-people.ts';

/** Who may sign a step now. With an incident the quorum is out of reach, and whoever answers for the case is to be told. */
export interface Seating {
  readonly approvers: readonly SeatedApprover[];
  /** Seats that have to approve; at least 1. */
  readonly needed: number;
  readonly incident: SeatingIncident | null;
  /** Who would sign and cannot now, each once: they are asked again when they can. */
  readonly missing: readonly MissingSigner[];
  readonly removed: readonly Removed[];
}

/**
 * Who may sign a step at this moment, computed anew whenever it opens and whenever somebody acts.
 * Whoever may never decide has no seat; an absent approver's seat goes to a delegate, then the backup, then the gate's escalation.
 * What was signed stays signed. The quorum is within reach of distinct persons on distinct seats, or it is an incident.
 * While a step is open it never has fewer seats: the seat of somebody who left, or is named no more, goes to whoever is named instead,
 * else it is filled like that of somebody absent. So nothing passes because somebody was taken away.
 */
export function resolveApprovers(request: SeatingRequest): Seating {
  const table = laidTable(request);
  const { present, absent } = seatOwners(table);
  seatDelegates(table, present, absent);
  const { quorum } = table.definition;
  const needed = neededOf(quorum, table.seats.size);
  if (quorum.kind !== 'all') {
    helpBeside(table, needed);
    return seatingOf(table, needed);
  }
  if (table.seats.size > 0) helpOnSeats(table);
  else helpBeside(table, 1);
  const all = new Set([...table.seats, ...table.entries.map(seatOf)]);
  // Of helpers alone as many stay needed as were; the seats of others are kept one by one.
  const before = table.seats.size > 0 ? 0 : (table.step?.needed ?? 0);
  return seatingOf(table, Math.max(neededOf(quorum, all.size), before));
}

/** Gives everybody the step's sources name a seat, unless they may not decide, and sits down those who are there. */
function seatOwners(table: SeatingTable): Record<'present' | 'absent', readonly Candidate[]> {
  const { matter, directory } = table.request;
  const present: Candidate[] = [];
  const absent: Candidate[] = [];
  for (const candidate of sourcePeople(table.definition.approvers, matter, directory)) {
    const { person } = candidate;
    if (table.seats.has(person)) continue;
    const why = unfitness(table, person);
    if (why !== undefined) table.removed.push({ person, by: why });
    if (why !== undefined && !isAbsence(why)) continue;
    table.seats.add(person);
    (why === undefined ? present : absent).push(candidate);
  }
  absent.push(...keepSeats(table, [...present, ...absent]));
  table.entries.push(...present.map((candidate) => seated(candidate, {})));
  return { present, absent };
}

/**
 * Keeps the seats of those who are named no more or may not decide any more, but for as many as are named anew;
 * answers who of them is only absent.
 */
function keepSeats(table: SeatingTable, named: readonly Candidate[]): readonly Candidate[] {
  const { step, exclusions, request } = table;
  const before = ownSeats(step);
  const anew = step === undefined ? 0 : named.filter(({ person }) => !before.has(person)).length;
  const left = [...before]
    .filter((person) => !table.seats.has(person))
    .map((person) => ({ person, absence: absenceOf(request.directory.person(person), request.at) }))
    .sort((one, other) => Number(one.absence !== undefined) - Number(other.absence !== undefined))
    .slice(anew);
  for (const { person, absence } of left) {
    if (!exclusions.has(person)) table.removed.push({ person, by: absence ?? 'no-longer-named' });
    table.seats.add(person);
  }
  const via = (person: string) => step?.approvers.find((one) => seatOf(one) === person)?.via ?? 'left';
  return left
    .filter(({ person, absence }) => absence !== undefined && !exclusions.has(person))
    .map(({ person }) => ({ person, via: via(person) }));
}

function neededOf(quorum: Quorum, seats: number): number {
  if (quorum.kind === 'any') return 1;
  if (quorum.kind === 'n') return quorum.n;
  return Math.max(1, quorum.kind === 'all' ? seats : Math.ceil((seats * quorum.percent) / 100));
}

function seatingOf(table: SeatingTable, needed: number): Seating {
  const { entries, removed, signers } = table;
  const seating = { approvers: entries, needed, missing: missingOf(table), removed };
  if (takenSeats(entries).size >= needed) return { ...seating, incident: null };
  const somebody = entries.some(({ person }) => !signers.has(person));
  return { ...seating, incident: somebody ? 'too-few' : 'nobody' };
}

function missingOf({ removed, seats, exclusions }: SeatingTable): MissingSigner[] {
  const missing = removed.filter(
    ({ person, by }) =>
      isAbsence(by) || by === 'no-longer-named' || (exclusions.has(person) && seats.has(person)),
  );
  return [...new Set(missing.map(({ person }) => person))].map((person) => ({
    person,
    ...(seats.has(person) ? { seat: true as const } : {}),
  }));
}
