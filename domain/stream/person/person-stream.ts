import type { AggregateIndex } from '../aggregate.ts';
import { directoryStream } from '../directory/directory-stream.ts';
import type { OpenedEvent } from '../event.ts';
import { emptyPerson, type Leave, type PersonDelegation, type PersonState, rolesOf } from './person-state.ts';

/** How long past leave and delegations stay on the person, in ms; the log keeps them for ever. */
const rememberedMs = 400 * 86_400_000;

const text = (event: OpenedEvent, key: string): string => String(event.data[key] ?? '');

const isRecent = (end: number, at: number): boolean => end > at - rememberedMs;

const without = <T extends { readonly id: string }>(entries: readonly T[], id: string): T[] =>
  entries.filter((entry) => entry.id !== id);

/** An erased value leaves nothing behind: the entry is not there. */
function entryOf<T extends { readonly id: string }>(event: OpenedEvent, name: string): T[] {
  const value = event.human[name];
  return value === undefined ? [] : [{ ...(value as Omit<T, 'id'>), id: text(event, 'id') } as T];
}

function granted(state: PersonState, event: OpenedEvent): PersonState {
  const role = text(event, 'role');
  const field = event.data['system'] === true ? 'systemRoles' : 'roles';
  return { ...state, [field]: [...state[field].filter((other) => other !== role), role] };
}

function revoked(state: PersonState, event: OpenedEvent): PersonState {
  const role = text(event, 'role');
  const field = event.data['system'] === true ? 'systemRoles' : 'roles';
  return { ...state, [field]: state[field].filter((other) => other !== role) };
}

function indexOf(state: PersonState, id: string): AggregateIndex {
  const lists = ['person'];
  if (state.active) {
    lists.push('person|active', ...rolesOf(state).map((role) => `role:${role}`));
    if (state.managerId !== null) lists.push(`manager:${state.managerId}`);
  }
  const unique = state.email === null ? undefined : `email:${state.email}`;
  if (unique !== undefined) lists.push(unique);
  for (const to of new Set(state.delegations.map((delegation) => delegation.to)))
    lists.push(`delegate:${to}`);
  return { lists, sort: `${state.name.toLowerCase()} ${id}`, ...(unique === undefined ? {} : { unique }) };
}

/** The stream of one person. Look-ups: `email:`, `role:` and `manager:` (active people only), `delegate:` (whom they delegate to). */
export const personStream = directoryStream<PersonState>({
  kind: 'person',
  initial: emptyPerson,
  indexOf,
  more: {
    'leave-recorded': (state, event) => ({
      ...state,
      leave: [
        ...state.leave.filter(({ until }) => isRecent(until, event.at)),
        ...entryOf<Leave>(event, 'leave'),
      ],
    }),
    'leave-cancelled': (state, event) => ({ ...state, leave: without(state.leave, text(event, 'id')) }),
    'went-away': (state, event) => ({
      ...state,
      away: {
        since: event.at,
        until: typeof event.human['until'] === 'number' ? event.human['until'] : null,
      },
    }),
    'came-back': (state) => ({ ...state, away: null }),
    'role-granted': granted,
    'role-revoked': revoked,
    delegated: (state, event) => ({
      ...state,
      delegations: [
        ...state.delegations.filter(({ endsAt }) => isRecent(endsAt, event.at)),
        ...entryOf<Omit<PersonDelegation, 'to'>>(event, 'delegation').map((entry) => ({
          ...entry,
          to: text(event, 'to'),
        })),
      ],
    }),
    'delegation-ended': (state, event) => ({
      ...state,
      delegations: without(state.delegations, text(event, 'id')),
    }),
  },
});
