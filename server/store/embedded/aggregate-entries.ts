import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import { checkedName, indexKey, orderedNumber } from '../index-key.ts';

/** The index entries one aggregate stands in, as keys. */
export interface AggregateEntries {
  readonly lists: readonly string[];
  readonly terms: readonly string[];
  readonly due: readonly string[];
}

/** Of a document that does not exist yet. */
export const noEntries: AggregateEntries = { lists: [], terms: [], due: [] };

/** The entries of a document; what did not change since `previous` is taken from there. */
export function aggregateEntries(
  doc: Aggregate,
  previous?: { readonly doc: Aggregate; readonly entries: AggregateEntries },
): AggregateEntries {
  const { index, nextDueAt } = doc;
  const before = previous?.doc.index;
  const sameLists = before?.sort === index.sort && equalTexts(before.lists, index.lists);
  const terms = index.terms ?? [];
  return {
    lists:
      previous && sameLists
        ? previous.entries.lists
        : index.lists.map((list) => indexKey(list, index.sort, doc._id)),
    terms:
      previous && equalTexts(before?.terms ?? [], terms)
        ? previous.entries.terms
        : terms.map((term) => `${checkedName(term)}\0${doc._id}`),
    due: nextDueAt === null ? [] : [`${orderedNumber(nextDueAt)}\0${doc._id}`],
  };
}

function equalTexts(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((text, i) => text === b[i]));
}
