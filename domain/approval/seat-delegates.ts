import { delegationApplies } from './delegation.ts';
import { type Removal, type SeatingTable, seated, unfitness } from './seating-table.ts';
import type { Candidate } from './source-people.ts';

/**
 * Puts delegates on seats: first on those of the absent, each delegate on one, then as an alternative beside those present.
 * A delegate the absent need is offered nowhere else, so that no seat is lost when the vote is given.
 */
export function seatDelegates(
  table: SeatingTable,
  present: readonly Candidate[],
  absent: readonly Candidate[],
): void {
  const needed = new Set<string>();
  for (const seat of absent) {
    const delegate = seatDelegate(table, seat, needed);
    if (delegate !== undefined) needed.add(delegate);
  }
  for (const seat of present) seatDelegate(table, seat, needed);
}

function seatDelegate(table: SeatingTable, seat: Candidate, needed: ReadonlySet<string>): string | undefined {
  const { directory, matter, at } = table.request;
  const inForce = directory.delegations
    .filter((one) => one.from === seat.person && delegationApplies(one, matter, at))
    .sort((one, other) => one.startsAt - other.startsAt || (one.id < other.id ? -1 : 1));
  for (const { to } of inForce) {
    const why = delegateProblem(table, to, needed);
    if (why === undefined) {
      table.entries.push(seated({ person: to, via: seat.via }, { for: seat.person, as: 'delegate' }));
      return to;
    }
    table.removed.push({ person: to, by: why, for: seat.person });
  }
  return undefined;
}

function delegateProblem(
  table: SeatingTable,
  person: string,
  needed: ReadonlySet<string>,
): Removal | undefined {
  const why = unfitness(table, person);
  if (why !== undefined) return why;
  if (!table.request.matter.couldOpen(person)) return 'could-not-open';
  if (table.seats.has(person)) return 'has-own-seat';
  return needed.has(person) ? 'stands-in-already' : undefined;
}
