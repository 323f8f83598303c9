import type { AccountView, PoolView, TeamView, TerritoryView } from '../../../domain/routing/directory.ts';
import { alwaysCalendar } from '../../../domain/stream/calendar/calendar-stream.ts';
import type { KnownCalendar } from '../../../domain/stream/case/case-world.ts';
import type { KnownPerson } from '../../../domain/stream/person/person-view.ts';
import type { DirectoryTable } from './directory-table.ts';
import type { DirectoryViews } from './directory-views.ts';

/** What a decision will ask of the directory; whatever is named brings its people, their delegates and all their calendars. */
export interface DirectoryNeeds {
  readonly people?: readonly string[];
  /** Roles, for all their active holders. */
  readonly roles?: readonly string[];
  /** People, for themselves and their managers. */
  readonly managersOf?: readonly string[];
  readonly teams?: readonly string[];
  readonly pools?: readonly string[];
  readonly calendars?: readonly string[];
  /** Named accounts bring their owners; all of them bring nobody. */
  readonly accounts?: readonly string[] | 'all';
  readonly territories?: boolean;
}

/** The directory as one decision sees it; it never changes. What does not exist is not in it. */
export interface DirectorySnapshot {
  readonly people: ReadonlyMap<string, KnownPerson>;
  /** Asked role → ids of its active holders, sorted. */
  readonly holders: ReadonlyMap<string, readonly string[]>;
  readonly teams: ReadonlyMap<string, TeamView>;
  readonly pools: ReadonlyMap<string, PoolView>;
  /** `always` is always there. */
  readonly calendars: ReadonlyMap<string, KnownCalendar>;
  readonly accounts: ReadonlyMap<string, AccountView>;
  /** Those in use. */
  readonly territories: ReadonlyMap<string, TerritoryView>;
}

interface Open {
  readonly views: DirectoryViews;
  readonly people: Map<string, KnownPerson>;
  readonly calendars: Map<string, KnownCalendar>;
}

/** Cuts what is needed out of a table that holds it. */
export function snapshotOf(
  table: DirectoryTable,
  views: DirectoryViews,
  needs: DirectoryNeeds,
): DirectorySnapshot {
  const open: Open = { views, people: new Map(), calendars: new Map([['always', alwaysCalendar]]) };
  addPeople(open, needs.people);
  const holders = picked(needs.roles, (role) => addPeople(open, table.listed(`role:${role}`)));
  for (const id of needs.managersOf ?? []) addManager(open, id);
  const teams = picked(needs.teams, (id) => addTeam(open, id));
  const pools = picked(needs.pools, (id) => addPool(open, id));
  for (const id of needs.calendars ?? []) addCalendar(open, id);
  if (needs.accounts !== 'all') for (const id of needs.accounts ?? []) addOwner(open, id);
  addDelegates(open);
  const { people, calendars } = open;
  return {
    people,
    holders,
    teams,
    pools,
    calendars,
    accounts: picked(idsOfAccounts(table, needs), (id) => views.account(id)),
    territories: picked(needs.territories === true ? table.listed('territory') : none, (id) =>
      views.territory(id),
    ),
  };
}

/** The version of everything a snapshot holds, by `kind:id`, for the record of a decision. */
export function revsOf(snapshot: DirectorySnapshot): Record<string, number> {
  const revs: Record<string, number> = {};
  const note = (kind: string, views: ReadonlyMap<string, { readonly rev: number }>) => {
    for (const [id, view] of views) revs[`${kind}:${id}`] = view.rev;
  };
  note('person', snapshot.people);
  note('team', snapshot.teams);
  note('pool', snapshot.pools);
  note('calendar', snapshot.calendars);
  note('account', snapshot.accounts);
  note('territory', snapshot.territories);
  return revs;
}

const idsOfAccounts = (table: DirectoryTable, { accounts = [] }: DirectoryNeeds): readonly string[] =>
  accounts === 'all' ? table.listed('account') : accounts;

const none: readonly string[] = [];

function picked<V>(ids: readonly string[] = none, view: (id: string) => V | undefined): Map<string, V> {
  const found = new Map<string, V>();
  for (const id of ids) {
    const value = view(id);
    if (value !== undefined) found.set(id, value);
  }
  return found;
}

function addPerson(open: Open, id: string): void {
  if (open.people.has(id)) return;
  const person = open.views.person(id);
  if (person === undefined) return;
  open.people.set(id, person);
  addCalendar(open, person.calendarId);
}

function addPeople(open: Open, ids: readonly string[] = none): readonly string[] {
  for (const id of ids) addPerson(open, id);
  return ids;
}

function addTeam(open: Open, id: string): TeamView | undefined {
  const team = open.views.team(id);
  if (team === undefined) return undefined;
  addPeople(open, team.members);
  addCalendar(open, team.calendarId);
  return team;
}

function addPool(open: Open, id: string): PoolView | undefined {
  const pool = open.views.pool(id);
  if (pool === undefined) return undefined;
  for (const { person } of pool.members) addPerson(open, person);
  addCalendar(open, pool.calendarId ?? null);
  return pool;
}

function addManager(open: Open, id: string): void {
  addPerson(open, id);
  const manager = open.people.get(id)?.managerId ?? null;
  if (manager !== null) addPerson(open, manager);
}

function addOwner(open: Open, account: string): void {
  const owner = open.views.account(account)?.ownerId ?? null;
  if (owner !== null) addPerson(open, owner);
}

/** Depth 1: a delegate brings nobody further. */
function addDelegates(open: Open): void {
  for (const person of [...open.people.values()]) {
    for (const { to } of person.delegations) addPerson(open, to);
  }
}

function addCalendar(open: Open, id: string | null): void {
  if (id === null || open.calendars.has(id)) return;
  const calendar = open.views.calendar(id);
  if (calendar !== undefined) open.calendars.set(id, calendar);
}
