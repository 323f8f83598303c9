import type { Delta } from '../../../../domain/routing/directory.ts';
import { slottedCases } from '../../../../domain/routing/load-slots.ts';
import { ledgerSum, withoutMember } from '../../../../domain/routing/pool-ledger.ts';
import type { Aggregate } from '../../../../domain/stream/aggregate.ts';
import { type PoolState, poolStream } from '../../../../domain/stream/pool/pool-stream.ts';
import { idInStream } from '../../../../domain/stream/stream-id.ts';
import { openedEvent } from '../../../../server/use-cases/backup/opened-event.ts';
import type { Everything } from './everything.ts';
import { recordIn } from './record-in.ts';

/** Invariant 15 at any moment: credits sum to 0, and nobody was picked beyond capacity. */
export function shareViolations({
  pools,
  loads,
  people,
}: Pick<Everything, 'pools' | 'loads' | 'people'>): string[] {
  const found = pools
    .filter(({ state }) => ledgerSum(state) !== 0)
    .map(({ _id, state }) => `the credits of ${_id} sum to ${ledgerSum(state)}`);
  const capacities = new Map(people.map(({ _id, state }) => [idInStream(_id), state.capacity]));
  for (const { _id, state } of loads) {
    const capacity = capacities.get(idInStream(_id)) ?? null;
    const picked = state.slots.filter(({ over }) => over !== true).length;
    if (capacity !== null && picked > capacity) found.push(`${_id} has ${picked} slots of ${capacity}`);
  }
  return found;
}

/** Invariant 15 at any moment: an open case has its owner's slot, unless the seat is still owed. */
export function seatViolations({ cases, loads }: Pick<Everything, 'cases' | 'loads'>): string[] {
  const slots = new Map(loads.map(({ _id, state }) => [idInStream(_id), new Set(slottedCases(state))]));
  return cases.flatMap(({ _id, state, effects }) => {
    const { open, owner } = state;
    if (!open || owner === null || slots.get(owner)?.has(_id)) return [];
    return effects.some(({ id }) => id === `seat:${owner}`) ? [] : [`${owner} has no slot for ${_id}`];
  });
}

/** Invariant 15 at rest: slots are the open owned cases, no pick is pending, and the credits are those of what stands. */
export async function restingShareViolations(all: Everything): Promise<string[]> {
  const owned = new Map<string, string[]>();
  for (const { _id, state } of all.cases) {
    if (!state.open || state.owner === null) continue;
    owned.set(state.owner, [...(owned.get(state.owner) ?? []), _id]);
  }
  const found: string[] = [];
  for (const { _id, state } of all.loads) {
    const extra = slottedCases(state).filter((id) => !owned.get(idInStream(_id))?.includes(id));
    if (extra.length > 0) found.push(`at rest ${_id} has slots for ${extra.join(', ')}`);
  }
  for (const pool of all.pools) {
    const pending = Object.keys(pool.state.picks);
    if (pending.length > 0) found.push(`at rest ${pool._id} has the pending picks ${pending.join(', ')}`);
    found.push(...(await creditViolations(all, pool)));
  }
  return found;
}

/** A member left: the rev of the pool from then on, and who stayed. */
interface Leave {
  readonly rev: number;
  readonly person: string;
  readonly rest: PoolState['members'];
}

async function creditViolations(all: Everything, pool: Aggregate<PoolState>): Promise<string[]> {
  const leaves = leavesOf(all, pool);
  const wanted: Record<string, number> = {};
  let spreads = 0;
  for (const { delta, rev } of await standingOf(all, idInStream(pool._id))) {
    let units: Delta = delta;
    for (const leave of leaves) {
      // What an earlier leave spread may be spread again by this one.
      if (leave.rev <= rev || (units[leave.person] ?? 0) === 0) continue;
      const members = [...leave.rest, { person: leave.person, weight: 1 }];
      units = withoutMember({ members, credits: units, picks: {} }, leave.person).credits;
      spreads += 1;
    }
    for (const [person, part] of Object.entries(units)) wanted[person] = (wanted[person] ?? 0) + part;
  }
  // A share that does not divide was spread once for the sum and once for each pick that came back; here once for each decision.
  const events = all.events.get(pool._id) ?? [];
  const returned = events.filter(({ event }) => event.kind === 'pick-returned').length;
  const rounding = leaves.length * (returned + 1) + spreads;
  const { credits } = pool.state;
  return [...new Set([...Object.keys(wanted), ...Object.keys(credits)])]
    .map((person) => [person, (credits[person] ?? 0) - (wanted[person] ?? 0)] as const)
    .filter(([, off]) => Math.abs(off) > rounding)
    .map(([person, off]) => `at rest ${person} is credited ${off} in ${pool._id} beside what stands`);
}

function leavesOf({ events }: Everything, { _id }: Aggregate<PoolState>): Leave[] {
  const leaves: Leave[] = [];
  let state = poolStream.initial;
  let rev = 0;
  for (const entry of events.get(_id) ?? []) {
    const next = poolStream.evolve(state, openedEvent(entry));
    if (entry.event.kind !== 'pick-returned') rev += 1;
    const staying = new Set(next.members.map(({ person }) => person));
    for (const { person } of state.members)
      if (!staying.has(person)) leaves.push({ rev, person, rest: next.members });
    state = next;
  }
  return leaves;
}

/** What one decision charged, and the rev of the pool it was made on. */
interface Charge {
  readonly delta: Delta;
  readonly rev: number;
}

/** What each decision that named the pool and a person charged; one whose record is missing is told elsewhere. */
async function standingOf({ cases, store }: Everything, pool: string): Promise<Charge[]> {
  const routed = cases.flatMap(({ state }) => Object.values(state.routed));
  const standing: Charge[] = [];
  for (const { pool: named, person, record } of routed) {
    if (named !== pool || person === undefined || record === undefined) continue;
    const found = await recordIn(store, record);
    if (found === undefined) continue;
    const rev = found.used.pools.find(({ id }) => id === pool)?.rev ?? 0;
    standing.push({ delta: found.decision.delta ?? {}, rev });
  }
  return standing;
}
