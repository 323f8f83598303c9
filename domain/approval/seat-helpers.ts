import type { ApproverSource } from './approver-source-schema.ts';
import { type StandIn, seatOf, votesThatCount } from './gate-state.ts';
import { isExtraSeat, type SeatingTable, seated, takenSeats, unfitness } from './seating-table.ts';
import { type Candidate, sourcePeople } from './source-people.ts';

/** Those who help out: from which escalation level they may sign in any case, and where they come from. */
interface Tier {
  readonly as: StandIn;
  readonly from: number;
  readonly sources: readonly ApproverSource[];
}

/** Where all have to sign: deals backup, then escalation, onto the seats that lack somebody, so that each stands for one. */
export function helpOnSeats(table: SeatingTable): void {
  const signed = new Set(votesThatCount(table.step).map(seatOf));
  for (const tier of tiersOf(table)) {
    const taken = takenSeats(table.entries);
    const lacking = [...table.seats].filter((seat) => !taken.has(seat));
    const waiting = [...table.seats].filter((seat) => taken.has(seat) && !signed.has(seat));
    const seats = isRaised(table, tier) ? [...lacking, ...waiting] : lacking;
    if (seats.length === 0) continue;
    for (const [index, helper] of freePeople(table, tier).entries())
      table.entries.push(seated(helper, { for: seats[index % seats.length], as: tier.as }));
  }
}

/**
 * Gives backup, then escalation, seats of their own while the others are fewer than `enough`.
 * Once escalated they may sign in any case, except where all have to sign: more seats would only mean more signatures.
 */
export function helpBeside(table: SeatingTable, enough: number): void {
  const { kind } = table.definition.quorum;
  for (const tier of tiersOf(table)) {
    const others = table.entries.filter((one) => !(isExtraSeat(one) && isLater(one.as, tier.as)));
    const raised = kind !== 'all' && isRaised(table, tier);
    if (takenSeats(others).size >= enough && !raised) continue;
    for (const helper of freePeople(table, tier)) table.entries.push(seated(helper, { as: tier.as }));
  }
}

/** True when helpers of kind `one` come in no earlier than those of kind `other`. */
function isLater(one: StandIn | undefined, other: StandIn): boolean {
  return one === other || one === 'escalation';
}

function tiersOf(table: SeatingTable): readonly Tier[] {
  return [
    { as: 'backup', from: 1, sources: table.definition.backup ?? [] },
    { as: 'escalation', from: 2, sources: table.request.gate.escalation ?? [] },
  ];
}

function isRaised(table: SeatingTable, tier: Tier): boolean {
  return (table.step?.level ?? 0) >= tier.from;
}

/** Those of a tier who are fit and on whom no seat depends; a mere alternative for a present approver helps here instead. */
function freePeople(table: SeatingTable, tier: Tier): readonly Candidate[] {
  const { matter, directory } = table.request;
  const own = new Set(table.entries.flatMap((one) => (one.for === undefined ? [one.person] : [])));
  const isAlternative = (seat: string, as: StandIn | undefined) => as === 'delegate' && own.has(seat);
  const free = sourcePeople(tier.sources, matter, directory).filter(({ person }) => {
    const why = unfitness(table, person);
    if (why !== undefined) table.removed.push({ person, by: why });
    const bound = table.entries.some((one) => one.person === person && !isAlternative(seatOf(one), one.as));
    return why === undefined && !bound;
  });
  const helping = new Set(free.map(({ person }) => person));
  table.entries = table.entries.filter((one) => !helping.has(one.person));
  return free;
}
