import type { Json } from '../../hash/canonical-json.ts';
import type { PoolMember, PoolView } from '../../routing/directory.ts';
import { withMember, withoutMember } from '../../routing/pool-ledger.ts';
import { type DirectoryState, directoryStream } from '../directory/directory-stream.ts';

/** A pool: who shares its work, how, and the ledger of shares. Picks and credits are kept by the protocol without events. */
export interface PoolState extends DirectoryState, Omit<PoolView, 'id' | 'rev'> {
  readonly title: string;
  /** The team that sees what the pool works on. */
  readonly teamId: string | null;
}

/** Members join at credit 0; the credits of those who leave are spread over the rest. */
function withMembers(state: PoolState, members: readonly PoolMember[]): PoolState {
  const staying = new Set(members.map((member) => member.person));
  let next = state;
  for (const member of state.members) {
    if (!staying.has(member.person)) next = withoutMember(next, member.person);
  }
  for (const member of members) next = withMember(next, member);
  return next;
}

function take(state: PoolState, fields: Readonly<Record<string, Json>>): PoolState {
  const { members, ...plain } = fields;
  const next: PoolState = { ...state, ...plain };
  return members === undefined ? next : withMembers(next, members as unknown as PoolMember[]);
}

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
    salt: '',
    calendarId: null,
    lookAheadMs: 0,
    skills: [],
  },
  indexOf: (state, id) => ({
    lists: ['pool', ...state.members.map((member) => `pool-of:${member.person}`)],
    sort: `${state.title.toLowerCase()} ${id}`,
  }),
  take,
  more: { 'pick-returned': (state) => state },
});
