import type { Json } from '../../hash/canonical-json.ts';
import type { PoolMember, PoolView } from '../../routing/directory.ts';
import { makeUpCap } from '../../routing/make-up.ts';
import { withMember, withoutMember } from '../../routing/pool-ledger.ts';
import { type DirectoryState, directoryStream } from '../directory/directory-stream.ts';
import type { OpenedEvent } from '../event.ts';

/** A pool: who shares its work, how, and the ledger of shares. Picks and credits are kept by the protocol without events. */
export interface PoolState extends DirectoryState, Omit<PoolView, 'id' | 'rev'> {
  readonly title: string;
  /** The team that sees what the pool works on. */
  readonly teamId: string | null;
  /** Whether what a member holds is routed again when they go on leave or away. */
  readonly moveOnLeave: boolean;
}

/** Members join at credit 0; the credits of those who leave are spread over the rest. The order is as given: `ordered` pools read it. */
function withMembers(state: PoolState, members: readonly PoolMember[]): PoolState {
  const staying = new Set(members.map((member) => member.person));
  let next = state;
  for (const member of state.members) {
    if (!staying.has(member.person)) next = withoutMember(next, member.person);
  }
  for (const member of members) next = withMember(next, member);
  return { ...next, members };
}

function take(state: PoolState, fields: Readonly<Record<string, Json>>): PoolState {
  const { members, ...plain } = fields;
  const next: PoolState = { ...state, ...plain };
  return Array.isArray(members) ? withMembers(next, members as readonly PoolMember[]) : next;
}

const numberIn = (event: OpenedEvent, key: string): number => Number(event.data[key] ?? 0);

/** Picks may have moved what is owed since this was decided: it stays within the cap, whatever happens. */
function madeUp(state: PoolState, event: OpenedEvent): PoolState {
  const person = String(event.data['person']);
  const live = (state.makeUps ?? []).filter((entry) => entry.until > event.at);
  const owed = live.find((entry) => entry.person === person)?.left ?? 0;
  const left = Math.min(makeUpCap, owed + numberIn(event, 'items'));
  const others = live.filter((entry) => entry.person !== person);
  return { ...state, makeUps: [...others, { person, left, until: numberIn(event, 'until') }] };
}

/** The stream of one pool. Look-up: `pool-of:` each member, while the pool is in use. */
export const poolStream = directoryStream<PoolState>({
  kind: 'pool',
  initial: {
    active: false,
    createdAt: 0,
    reason: '',
    title: '',
    teamId: null,
    strategy: 'round_robin',
    members: [],
    credits: {},
    picks: {},
    makeUps: [],
    madeUp: null,
    salt: '',
    calendarId: null,
    lookAheadMs: 0,
    skills: [],
    moveOnLeave: false,
  },
  indexOf: (state, id) => ({
    lists: [
      'pool',
      ...(state.active ? ['pool|active', ...state.members.map(({ person }) => `pool-of:${person}`)] : []),
    ],
    sort: `${state.title.toLowerCase()} ${id}`,
  }),
  take,
  more: {
    'pick-returned': (state) => state,
    joined: (state, event) =>
      withMember(state, { person: String(event.data['person']), weight: numberIn(event, 'weight') }),
    left: (state, event) => withoutMember(state, String(event.data['person'])),
    'made-up': madeUp,
  },
});

/** A pool as decisions see it; one out of use has no members. */
export function viewOfPool(id: string, rev: number, state: PoolState): PoolView {
  return {
    id,
    rev,
    strategy: state.strategy,
    salt: state.salt,
    calendarId: state.calendarId ?? null,
    lookAheadMs: state.lookAheadMs ?? 0,
    skills: state.skills ?? [],
    members: state.active ? state.members : [],
    credits: state.credits,
    picks: state.picks,
    makeUps: state.makeUps ?? [],
    madeUp: state.madeUp ?? null,
  };
}
