import type { AccountState } from '../../../domain/stream/account/account-stream.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { PersonState } from '../../../domain/stream/person/person-state.ts';
import type { PoolState } from '../../../domain/stream/pool/pool-stream.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import type { TeamState } from '../../../domain/stream/team/team-stream.ts';
import type { DirectoryNeeds } from './directory-snapshot.ts';
import { DirectoryTable } from './directory-table.ts';
import { type ListStore, pagesOf } from './list-pages.ts';

const batch = 200;
/** From so many people on, reading the teams whole costs less than asking for the teams of each. */
const manyPeople = 8;
/** With so many teams or more, they are not read whole. */
const manyTeams = 200;

/** Reads what is needed from the store, in as few rounds as who-names-whom allows, into a table of its own. */
export async function gatherDirectory(store: ListStore, needs: DirectoryNeeds): Promise<DirectoryTable> {
  const gathering = new Gathering(store);
  await Promise.all([
    gathering.list(needs.roles?.map((role) => `role:${role}`)),
    gathering.list(needs.territories === true ? ['territory'] : []),
    gathering.list(needs.accounts === 'all' ? ['account'] : []),
    gathering.load([
      ...named('person', [...(needs.people ?? []), ...(needs.managersOf ?? [])]),
      ...named('team', needs.teams),
      ...named('pool', needs.pools),
      ...named('calendar', needs.calendars),
      ...named('account', needs.accounts === 'all' ? [] : needs.accounts),
    ]),
  ]);
  const owners = needs.accounts === 'all' ? [] : gathering.owners;
  const { members } = gathering;
  await gathering.load(named('person', [...members, ...owners, ...gathering.managersOf(needs.managersOf)]));
  await gathering.load(named('person', gathering.delegates));
  await Promise.all([
    gathering.load(named('calendar', gathering.calendars)),
    gathering.teamsOf(gathering.people),
  ]);
  return gathering.table;
}

const named = (kind: 'person' | 'team' | 'pool' | 'calendar' | 'account', ids: Iterable<string> = []) =>
  [...new Set(ids)].map((id) => streamId(kind, id));

/** One gathering under way: what was read, and what that names. */
class Gathering {
  readonly table = new DirectoryTable();
  readonly #store: ListStore;
  readonly #docs = new Map<string, Aggregate>();

  constructor(store: ListStore) {
    this.#store = store;
  }

  async load(ids: readonly string[]): Promise<void> {
    const wanted = ids.filter((id) => !this.#docs.has(id));
    const batches: Promise<Aggregate[]>[] = [];
    for (let i = 0; i < wanted.length; i += batch)
      batches.push(this.#store.loadMany(wanted.slice(i, i + batch)));
    for (const docs of await Promise.all(batches)) this.#keep(docs);
  }

  async list(lists: readonly string[] = []): Promise<void> {
    const idsOf = async (list: string): Promise<string[]> => {
      const ids: string[] = [];
      for await (const page of pagesOf(this.#store, list)) ids.push(...page);
      return ids;
    };
    const listed = await Promise.all(lists.map(idsOf));
    await this.load([...new Set(listed.flat())]);
  }

  /** Every team one of them is in; other teams may come with them. */
  async teamsOf(people: readonly string[]): Promise<void> {
    const all = people.length < manyPeople ? undefined : await this.#store.range('team', null, manyTeams);
    if (all !== undefined && all.length < manyTeams) return this.load(all.map(({ id }) => id));
    return this.list(people.map((person) => `team-of:${person}`));
  }

  get people(): string[] {
    return this.#states<PersonState>('person').map(([id]) => id);
  }

  /** Members of the teams and pools at hand. */
  get members(): string[] {
    const pooled = this.#states<PoolState>('pool').flatMap(([, { members }]) =>
      members.map(({ person }) => person),
    );
    return [...pooled, ...this.#states<TeamState>('team').flatMap(([, { members }]) => members)];
  }

  /** Owners of the accounts at hand. */
  get owners(): string[] {
    return this.#states<AccountState>('account').flatMap(([, { ownerId }]) => ownerId ?? []);
  }

  get delegates(): string[] {
    return this.#states<PersonState>('person').flatMap(([, { delegations }]) =>
      delegations.map(({ to }) => to),
    );
  }

  get calendars(): string[] {
    const naming = [
      ...this.#states<PersonState>('person'),
      ...this.#states<TeamState>('team'),
      ...this.#states<PoolState>('pool'),
    ];
    return naming.flatMap(([, { calendarId }]) => calendarId ?? []);
  }

  managersOf(ids: readonly string[] = []): string[] {
    const asked = new Set(ids);
    return this.#states<PersonState>('person').flatMap(([id, { managerId }]) =>
      asked.has(id) && managerId !== null ? [managerId] : [],
    );
  }

  #keep(docs: readonly Aggregate[]): void {
    for (const doc of docs) {
      this.#docs.set(doc._id, doc);
      this.table.put(doc);
    }
  }

  #states<S>(kind: string): [id: string, state: S][] {
    const found: [string, S][] = [];
    for (const doc of this.#docs.values()) {
      if (doc.kind === kind) found.push([doc._id.slice(kind.length + 1), doc.state as S]);
    }
    return found;
  }
}
