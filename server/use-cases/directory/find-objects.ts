import { foldedText } from '../../../domain/fact/folded-text.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { Keyset, Listed } from '../../ports/aggregates.ts';
import type { ListStore } from './list-pages.ts';
import type { ObjectPage } from './read-object.ts';

/** What is looked for in a list of the directory, such as `person|active`. */
export interface ObjectSearch<S> {
  readonly list: string;
  /** Words that the name or the id contains, all of them; an empty text finds everything. */
  readonly words: string;
  /** What of those is kept; everything when it is left out. */
  readonly keep?: (doc: Aggregate<S>) => boolean;
  readonly limit: number;
}

/** The most entries one page visits: whoever searches a large directory goes on from where it stopped. */
const visitedAtMost = 5_000;
const visitedAtOnce = 250;

/** One page of what is found, in the order of the list; a page may be shorter than its limit and still have one behind it. */
export async function findObjects<S>(
  { aggregates }: { readonly aggregates: ListStore },
  { list, words, keep = () => true, limit }: ObjectSearch<S>,
  after: Keyset | null,
): Promise<ObjectPage<S>> {
  const wanted = foldedWords(words);
  const atOnce = wanted.length === 0 ? limit + 1 : visitedAtOnce;
  const items: Aggregate<S>[] = [];
  let at = after;
  for (let visited = 0; visited < visitedAtMost; visited += atOnce) {
    const page: Listed[] = await aggregates.range(list, at, atOnce);
    const named = page.filter(({ sort }) => contains(sort, wanted));
    const docs = await aggregates.loadMany<S>(named.map(({ id }) => id));
    const kept = new Map(docs.filter(keep).map((doc) => [doc._id, doc]));
    for (const entry of page) {
      const doc = kept.get(entry.id);
      if (doc === undefined) continue;
      if (items.length === limit) return { items, next: at };
      items.push(doc);
      at = entry;
    }
    if (page.length < atOnce) return { items, next: null };
    // A full page of items ends behind its last item, so that what comes next is looked for anew.
    if (items.length < limit) at = page.at(-1) ?? at;
  }
  return { items, next: at };
}

const foldedWords = (words: string): string[] =>
  foldedText(words)
    .split(/\s+/)
    .filter((word) => word !== '');

/** Lists are sorted by name and id, so that the sort key is what is searched. */
function contains(sort: string, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = foldedText(sort);
  return words.every((word) => text.includes(word));
}
