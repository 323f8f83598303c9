import { abilityOf } from '../../../domain/access/ability-of.ts';
import { caseSubject } from '../../../domain/access/case-subject.ts';
import { tokensOf } from '../../../domain/access/tokens-of.ts';
import type { Viewer } from '../../../domain/access/viewer.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { wordsOf } from '../../../domain/stream/case/terms-of.ts';
import type { AggregateStore } from '../../ports/aggregates.ts';
import { type ListDeps, pageLength } from './list-deps.ts';

/** The most cases one search looks at. */
export const candidatesLimit = 2_000;
/** Words of a query beyond these are not looked at. */
const wordsLimit = 8;
const batch = 200;
const caseNumber = /^\p{L}{2,6}-\d+$/u;

/** A word looked for, whole or as the beginning of one. */
interface Sought {
  readonly term: string;
  readonly prefix: boolean;
}

/** What was found, newest first; `refine` when there were more candidates than a search looks at, or more hits than asked for. */
export interface Found {
  readonly items: readonly Aggregate<CaseState>[];
  readonly refine: boolean;
}

/** What is searched for, by whom, and what narrows it further. */
interface Search {
  readonly viewer: Viewer;
  readonly q: string;
  readonly limit: number;
  readonly fits?: (found: CaseState) => boolean;
}

/** Cases the viewer may read whose terms hold every word of `q`; the last word may be the beginning of one. */
export async function searchCases({ store }: Pick<ListDeps, 'store'>, query: Search): Promise<Found> {
  const { fits = () => true } = query;
  const words = soughtIn(query.q);
  const rarest = await rarestOf(store.aggregates, words);
  if (rarest === undefined || tokensOf(query.viewer).length === 0) return { items: [], refine: false };
  const ids = await store.aggregates.byTerm(rarest.term, rarest.prefix, candidatesLimit);
  const ability = abilityOf(query.viewer);
  const found: Aggregate<CaseState>[] = [];
  for (let i = 0; i < ids.length; i += batch) {
    for (const doc of await store.aggregates.loadMany<CaseState>(ids.slice(i, i + batch)))
      if (
        words.every((word) => carries(doc, word)) &&
        fits(doc.state) &&
        ability.can('read', caseSubject(doc))
      )
        found.push(doc);
  }
  const limit = pageLength(query.limit);
  found.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  return { items: found.slice(0, limit), refine: ids.length >= candidatesLimit || found.length > limit };
}

const orderOf = (doc: Aggregate<CaseState>): string => `${doc.index.sort} ${doc._id}`;

/** The words of a query; a case number is one word. */
function soughtIn(q: string): Sought[] {
  const words = q
    .normalize('NFKC')
    .split(/\s+/u)
    .flatMap((part) => (caseNumber.test(part) ? [part.toLowerCase()] : wordsOf(part)))
    .slice(0, wordsLimit);
  return words.map((term, i) => ({ term, prefix: i === words.length - 1 }));
}

/** The word the fewest cases carry. */
async function rarestOf(
  store: Pick<AggregateStore, 'countTerm'>,
  words: readonly Sought[],
): Promise<Sought | undefined> {
  let rarest: Sought | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const word of words) {
    const count = await store.countTerm(word.term, word.prefix, Math.min(candidatesLimit, fewest));
    if (count < fewest) [rarest, fewest] = [word, count];
    if (fewest === 0) return undefined;
  }
  return rarest;
}

function carries({ index }: Aggregate<CaseState>, { term, prefix }: Sought): boolean {
  return (index.terms ?? []).some((other) => (prefix ? other.startsWith(term) : other === term));
}
