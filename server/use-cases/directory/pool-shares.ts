import type { Viewer } from '../../../domain/access/viewer.ts';
import { type Absence, absenceOf } from '../../../domain/approval/approver-directory.ts';
import { oneItem } from '../../../domain/routing/strategies/deficit-ledger.ts';
import type { LoadState } from '../../../domain/stream/load/load-stream.ts';
import type { PersonState } from '../../../domain/stream/person/person-state.ts';
import type { PoolState } from '../../../domain/stream/pool/pool-stream.ts';
import { idInStream, streamId } from '../../../domain/stream/stream-id.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import { seenPerson } from './person-sight.ts';

/** One member of a pool with what they hold and what they are owed. */
export interface PoolShare {
  readonly person: string;
  readonly name: string;
  readonly weight: number;
  /** The most cases they hold at a time; null means no limit. This and the next two only for those who see all of the person. */
  readonly capacity?: number | null;
  /** Cases they hold now, from wherever. */
  readonly open?: number;
  readonly skills?: Readonly<Record<string, number>>;
  /** Why no pick reaches them now; null when nothing of theirs keeps one away. That they are away or on leave is not for everybody. */
  readonly absence?: Absence | null;
  /** Items the pool gave them, among those that were counted. */
  readonly got: number;
  /** Items they are owed beyond that; below 0 when they are ahead of their share. */
  readonly owed: number;
  /** Items beside the ordinary share still to be given, and until when. */
  readonly makeUp: { readonly left: number; readonly until: number } | null;
}

/** The ledger of shares of a pool. */
export interface PoolShares {
  readonly members: readonly PoolShare[];
  /** How many picks of the pool were counted, and since when; `whole` when none came before. */
  readonly counted: { readonly picks: number; readonly since: number | null; readonly whole: boolean };
}

/** The most routing decisions that are looked through for those of one pool. */
const decisionsAtMost = 2_000;
const decisionsAtOnce = 500;

/** Who got how much of a pool's work, who is owed, and of whom the viewer may see it, who could take more now. */
export async function poolShares(
  { store, clock }: { readonly store: Pick<Store, 'aggregates' | 'log'>; readonly clock: Clock },
  viewer: Viewer,
  pool: string,
  state: PoolState,
): Promise<PoolShares> {
  const ids = state.members.map(({ person }) => person);
  const [people, loads, counted] = await Promise.all([
    store.aggregates.loadMany<PersonState>(ids.map((id) => streamId('person', id))),
    store.aggregates.loadMany<LoadState>(ids.map((id) => streamId('load', id))),
    picksOf(store, pool),
  ]);
  const now = clock.now();
  const known = new Map(people.map((doc) => [idInStream(doc._id), doc.state]));
  const held = new Map(loads.map((doc) => [idInStream(doc._id), doc.state.slots.length]));
  const members = state.members.map(({ person, weight }): PoolShare => {
    const found = known.get(person);
    const makeUp = (state.makeUps ?? []).find((one) => one.person === person);
    return {
      person,
      name: found?.name ?? person,
      weight,
      ...standingOf(viewer, person, found, { open: held.get(person) ?? 0, now }),
      got: counted.got.get(person) ?? 0,
      owed: (state.credits[person] ?? 0) / oneItem,
      makeUp:
        makeUp === undefined || makeUp.left === 0 || makeUp.until <= now
          ? null
          : { left: makeUp.left, until: makeUp.until },
    };
  });
  const { picks, since, whole } = counted;
  return { members, counted: { picks, since, whole } };
}

/** How somebody stands, as far as a reading of that person alone would tell the viewer. */
function standingOf(
  viewer: Viewer,
  id: string,
  found: PersonState | undefined,
  { open, now }: { readonly open: number; readonly now: number },
): Pick<PoolShare, 'capacity' | 'open' | 'skills' | 'absence'> {
  if (found === undefined) return { absence: 'unknown' };
  const { active, managerId, away, leave, capacity, skills } = seenPerson(viewer, id, found);
  if (away === undefined || leave === undefined || capacity === undefined || skills === undefined)
    return active ? {} : { absence: 'inactive' };
  return { capacity, open, skills, absence: absenceOf({ id, active, managerId, away, leave }, now) ?? null };
}

interface Picks {
  readonly got: ReadonlyMap<string, number>;
  readonly picks: number;
  readonly since: number | null;
  readonly whole: boolean;
}

/** Newest first, as far back as is looked. */
async function picksOf({ log }: Pick<Store, 'log'>, pool: string): Promise<Picks> {
  const got = new Map<string, number>();
  let picks = 0;
  let since: number | null = null;
  let before: number | null = null;
  for (let read = 0; read < decisionsAtMost; read += decisionsAtOnce) {
    const rows = await log.page('kind:routed', before, decisionsAtOnce);
    for (const { event } of rows) {
      const { person } = event.data;
      if (event.data['pool'] !== pool || typeof person !== 'string') continue;
      got.set(person, (got.get(person) ?? 0) + 1);
      picks += 1;
      since = event.at;
    }
    before = rows.at(-1)?.position ?? before;
    if (rows.length < decisionsAtOnce) return { got, picks, since, whole: true };
  }
  return { got, picks, since, whole: false };
}
