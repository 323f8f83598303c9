import type { AccountView } from '../../../domain/routing/directory.ts';
import { domainsToTry, normalDomain } from '../../../domain/routing/mail-domain.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { KnownPerson } from '../../../domain/stream/person/person-view.ts';
import { type DirectoryNeeds, type DirectorySnapshot, snapshotOf } from './directory-snapshot.ts';
import { DirectoryTable, tableKinds } from './directory-table.ts';
import { type CompiledCalendars, DirectoryViews } from './directory-views.ts';
import { gatherDirectory } from './gather-directory.ts';
import { type ListStore, loadList } from './list-pages.ts';

/** A person with everything that decides what they may see and do. */
interface KnownMember {
  readonly person: KnownPerson;
  /** Pools in use that name the person. */
  readonly pools: readonly string[];
}

/** Reads the directory for decisions: pure code gets snapshots, which never change. */
export interface DirectoryReader {
  snapshot(needs: DirectoryNeeds): Promise<DirectorySnapshot>;
  member(person: string): Promise<KnownMember | undefined>;
  /** Accounts with this domain, or a parent of it; `domain` may be an e-mail or web address. */
  accountsByDomain(domain: string): Promise<readonly AccountView[]>;
  /** People who have delegated to this person, their delegations with them. */
  delegatorsTo(person: string): Promise<readonly KnownPerson[]>;
  /** Told of every acknowledged write of this process; what is not of the directory is passed by. */
  saw(after: Aggregate): void;
}

/** Where it reads; `coherent` when this process alone writes the store, so that memory can be kept right. */
export interface DirectoryReaderOptions {
  readonly store: { readonly aggregates: ListStore };
  readonly coherent: boolean;
}

/** Makes a reader: out of memory when it is coherent, through the store when other processes write it too. */
export function createDirectoryReader({ store, coherent }: DirectoryReaderOptions): DirectoryReader {
  const compiled: CompiledCalendars = new Map();
  return coherent ? coherentReader(store, compiled) : readingReader(store, compiled);
}

/** The domains under which an account is looked up; a public mail provider says nothing about anybody. */
function listsOfDomain(domain: string): string[] {
  return domainsToTry(normalDomain(domain) ?? '').map((each) => `account-domain:${each}`);
}

function coherentReader(
  store: DirectoryReaderOptions['store'],
  compiled: CompiledCalendars,
): DirectoryReader {
  const table = new DirectoryTable();
  const views = new DirectoryViews(table, compiled);
  let loading: Promise<void> | undefined;
  let ready = false;
  const load = async () => {
    for (const list of tableKinds) for (const doc of await loadList(store.aggregates, list)) table.put(doc);
    ready = true;
  };
  const warm = async () => {
    if (ready) return;
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    await loading;
  };
  return {
    async snapshot(needs) {
      if (!ready) await warm();
      return snapshotOf(table, views, needs);
    },
    async member(id) {
      if (!ready) await warm();
      const person = views.person(id);
      return person && { person, pools: table.listed(`pool-of:${id}`) };
    },
    async accountsByDomain(domain) {
      if (!ready) await warm();
      const ids = new Set(listsOfDomain(domain).flatMap((list) => table.listed(list)));
      return [...ids].sort().flatMap((id) => views.account(id) ?? []);
    },
    async delegatorsTo(id) {
      if (!ready) await warm();
      return table.listed(`delegate:${id}`).flatMap((from) => views.person(from) ?? []);
    },
    saw: (after) => table.put(after),
  };
}

function readingReader(
  { aggregates }: DirectoryReaderOptions['store'],
  compiled: CompiledCalendars,
): DirectoryReader {
  const listed = async (lists: readonly string[]): Promise<string[]> => {
    const docs = (await Promise.all(lists.map((list) => loadList(aggregates, list)))).flat();
    return [...new Set(docs.map((doc) => doc._id.slice(doc._id.indexOf(':') + 1)))].sort();
  };
  const snapshot = async (needs: DirectoryNeeds): Promise<DirectorySnapshot> => {
    const table = await gatherDirectory(aggregates, needs);
    return snapshotOf(table, new DirectoryViews(table, compiled), needs);
  };
  return {
    snapshot,
    async member(id) {
      const [{ people }, pools] = await Promise.all([snapshot({ people: [id] }), listed([`pool-of:${id}`])]);
      const person = people.get(id);
      return person && { person, pools };
    },
    async accountsByDomain(domain) {
      const { accounts } = await snapshot({ accounts: await listed(listsOfDomain(domain)) });
      return [...accounts.values()];
    },
    async delegatorsTo(id) {
      const from = await listed([`delegate:${id}`]);
      const { people } = await snapshot({ people: from });
      return from.flatMap((each) => people.get(each) ?? []);
    },
    saw: () => undefined,
  };
}
