import type { Quorum } from './gate-schema.ts';
import { type SeatedApprover, type SeatingIncident, seatOf } from './gate-state.ts';
import { seatDelegates } from './seat-delegates.ts';
import { helpBeside, helpOnSeats } from './seat-helpers.ts';
import {
  isAbsence,
  laidTable,
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
  readonly removed: readonly Removed[];
}

/**
 * Who may sign a step at this moment, computed anew whenever it opens and whenever somebody acts.
 * Whoever may never decide has no seat; an absent approver's seat goes to a delegate, then the backup, then the gate's escalation.
 * What was signed stays signed. The quorum is within reach of distinct persons on distinct seats, or it is an incident.
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
  return seatingOf(table, neededOf(quorum, all.size));
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
  table.entries.push(...present.map((candidate) => seated(candidate, {})));
  return { present, absent };
}

function neededOf(quorum: Quorum, seats: number): number {
  if (quorum.kind === 'any') return 1;
  if (quorum.kind === 'n') return quorum.n;
  return Math.max(1, quorum.kind === 'all' ? seats : Math.ceil((seats * quorum.percent) / 100));
}

function seatingOf(table: SeatingTable, needed: number): Seating {
  const { entries, removed, signers } = table;
  if (takenSeats(entries).size >= needed) return { approvers: entries, needed, incident: null, removed };
  const somebody = entries.some(({ person }) => !signers.has(person));
  return { approvers: entries, needed, incident: somebody ? 'too-few' : 'nobody', removed };
}
