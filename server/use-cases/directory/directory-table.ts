import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import { idInStream } from '../../../domain/stream/stream-id.ts';

/** What decisions need of one directory document; tail and effects stay in the store. */
export interface KnownObject {
  readonly id: string;
  readonly v: number;
  readonly rev: number;
  readonly lists: readonly string[];
  readonly state: unknown;
  /** Made on demand and kept as long as what it was made from is the same. */
  view?: { readonly of: unknown; readonly value: unknown };
}

/** The kinds of document decisions read. */
export const tableKinds = ['person', 'team', 'pool', 'calendar', 'account', 'territory'] as const;
export type TableKind = (typeof tableKinds)[number];

const isTableKind = (kind: string): kind is TableKind => (tableKinds as readonly string[]).includes(kind);

const none: readonly string[] = [];

/** Directory documents in memory, with the very look-ups the store would serve from their index. */
export class DirectoryTable {
  readonly #objects = Object.fromEntries(
    tableKinds.map((kind) => [kind, new Map<string, KnownObject>()]),
  ) as Record<TableKind, Map<string, KnownObject>>;
  readonly #members = new Map<string, Set<string>>();
  readonly #sorted = new Map<string, readonly string[]>();
  #teamings = 0;

  /** Takes a document over unless a later one is known; other kinds are passed by. */
  put(doc: Aggregate): void {
    if (!isTableKind(doc.kind)) return;
    const id = idInStream(doc._id);
    const before = this.#objects[doc.kind].get(id);
    if (before !== undefined && before.v >= doc._v) return;
    const { lists } = doc.index;
    const known = { id, v: doc._v, rev: doc.rev, lists, state: doc.state };
    this.#objects[doc.kind].set(id, known);
    if (before === undefined || !same(before.lists, lists)) this.#move(known, before?.lists ?? none);
  }

  get(kind: TableKind, id: string): KnownObject | undefined {
    return this.#objects[kind].get(id);
  }

  /** Counts changes of who is in which team. */
  get teamings(): number {
    return this.#teamings;
  }

  /** Ids (within their kind) standing in a list, sorted; the same array until the list changes. */
  listed(list: string): readonly string[] {
    const ready = this.#sorted.get(list);
    if (ready !== undefined) return ready;
    const members = this.#members.get(list);
    if (members === undefined) return none;
    const sorted = [...members].sort();
    this.#sorted.set(list, sorted);
    return sorted;
  }

  #move(known: KnownObject, left: readonly string[]): void {
    const now = new Set(known.lists);
    const then = new Set(left);
    for (const list of then) if (!now.has(list)) this.#change(list, (ids) => ids.delete(known.id));
    for (const list of now) if (!then.has(list)) this.#change(list, (ids) => ids.add(known.id));
  }

  #change(list: string, edit: (ids: Set<string>) => void): void {
    const ids = this.#members.get(list) ?? new Set();
    edit(ids);
    if (list.startsWith('team-of:')) this.#teamings += 1;
    this.#sorted.delete(list);
    if (ids.size === 0) this.#members.delete(list);
    else this.#members.set(list, ids);
  }
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((entry, i) => entry === b[i]));
}
