import { compileCalendar } from '../../../../domain/calendar/compile-calendar.ts';
import { inventedPerson } from '../../../../domain/definition/test-environment.ts';
import { factSet } from '../../../../domain/fact/fact-set.ts';
import { chainSchema } from '../../../../domain/routing/chain-schema.ts';
import { type CompiledChain, compileChain } from '../../../../domain/routing/compile-chain.ts';
import type {
  AccountView,
  LoadView,
  PersonView,
  PoolView,
  TeamView,
  TerritoryView,
} from '../../../../domain/routing/directory.ts';
import type { RouteInputs } from '../../../../domain/routing/route-inputs.ts';

/** Wednesday 4 March 2026, 10:00 UTC. */
export const now = Date.UTC(2026, 2, 4, 10);
export const day = 86_400_000;

export const person = inventedPerson;

export const pool = (id: string, members: readonly string[], more: Partial<PoolView> = {}): PoolView => ({
  id,
  rev: 1,
  strategy: 'round_robin',
  members: members.map((who) => ({ person: who, weight: 1 })),
  salt: `salt of ${id}`,
  credits: Object.fromEntries(members.map((who) => [who, 0])),
  picks: {},
  ...more,
});

export const team = (id: string, members: readonly string[]): TeamView => ({
  id,
  rev: 1,
  members,
  lead: null,
  calendarId: null,
});

export const load = (who: string, held: readonly string[], accepts = true): LoadView => ({
  person: who,
  rev: 1,
  accepts,
  slots: held.toSorted().map((caseId) => ({ caseId, at: 1 })),
});

export const account = (id: string, more: Partial<AccountView> = {}): AccountView => ({
  id,
  rev: 1,
  name: id,
  domains: [],
  status: null,
  tier: null,
  lifecycle: null,
  segment: null,
  ownerId: null,
  parentId: null,
  lists: [],
  active: true,
  createdAt: 0,
  attributes: {},
  ...more,
});

export const territory = (id: string, more: Partial<TerritoryView> = {}): TerritoryView => ({
  id,
  rev: 1,
  ownerId: null,
  region: null,
  countries: [],
  postal: [],
  segments: [],
  ...more,
});

export const calendar = (from: string, to: string) => {
  const windows = [{ from, to }];
  const week = { 1: windows, 2: windows, 3: windows, 4: windows, 5: windows };
  return { rev: 1, calendar: compileCalendar({ zone: 'UTC', week, exceptions: [] }) };
};

const mapOf = <T>(views: readonly T[], idOf: (view: T) => string) =>
  new Map(views.map((view) => [idOf(view), view]));

export interface Directory {
  people?: readonly PersonView[];
  pools?: readonly PoolView[];
  teams?: readonly TeamView[];
  loads?: readonly LoadView[];
  calendars?: Readonly<Record<string, ReturnType<typeof calendar>>>;
  accounts?: readonly AccountView[];
  territories?: readonly TerritoryView[];
}

/** Inputs of a decision on case c1; `facts` are plain values. */
export const inputs = (
  facts: Readonly<Record<string, unknown>>,
  directory: Directory = {},
  more: Partial<RouteInputs> = {},
): RouteInputs => ({
  key: { caseId: 'c1', epoch: 1 },
  cause: 'submitted',
  now,
  versionHash: 'v1',
  actor: { kind: 'system', id: 'routing' },
  forceReason: null,
  requesterId: 'req',
  behalfId: null,
  accountable: 'procurement-lead',
  previousOwners: [],
  skip: [],
  conflicted: [],
  atCapacity: [],
  waitingSince: null,
  released: [],
  similar: [],
  priority: { value: 3, row: null },
  traced: true,
  facts: factSet(facts),
  directory: {
    people: mapOf(directory.people ?? [], (view) => view.id),
    pools: mapOf(directory.pools ?? [], (view) => view.id),
    teams: mapOf(directory.teams ?? [], (view) => view.id),
    loads: mapOf(directory.loads ?? [], (view) => view.person),
    calendars: new Map(Object.entries(directory.calendars ?? {})),
    accounts: directory.accounts ?? [],
    territories: directory.territories ?? [],
  },
  ...more,
});

const queues = [
  { id: 'inbox', title: 'Inbox', team: 'procurement' },
  { id: 'review', title: 'Review', team: 'risk' },
];

export const is = (fact: string, value: string | number | boolean) => ({ '==': [{ var: fact }, value] });

/** What every item says of itself. */
export const item = (id: string) => ({ id, name: id, owner: { role: 'lead' }, reason: `because ${id}` });

/** The `then` of a screen. */
export const goes = (where: object) => Object.fromEntries([['then', where]]);

/** A chain from its parts, through its schema. */
export const chainOf = (parts: Readonly<Record<string, unknown>>): CompiledChain => {
  const chain = { id: 'intake', title: 'Intake', rules: [], default: { to: { queue: 'inbox' } }, ...parts };
  return compileChain(chainSchema.parse(chain), undefined, queues);
};
