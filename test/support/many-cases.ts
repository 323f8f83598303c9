import type { Store } from '../../server/ports/store.ts';
import { projectWork } from '../../server/use-cases/lists/project-work.ts';
import { caseDoc, stateOf } from './case-of.ts';
import { makeLogRow } from './make-log-row.ts';

/** A slow server must find time between them to say that it is there. */
const atOnce = 50;

/** Whose cases every twentieth is, and whose team or pool every twenty-fifth and fortieth waits for. */
export interface Favoured {
  readonly mine: string;
  /** Of cases whose number is a multiple of 25; the others are of `t1` to `t24`. */
  readonly team?: string;
  /** The hash of the definition they stand under, where anybody looks into them. */
  readonly definition?: string;
}

/** Cases spread over teams, pools and people; every fiftieth waits for the favoured team, every twentieth is the favoured person's. */
function syntheticCase(i: number, { mine, team = 't0', definition = '' }: Favoured) {
  const own = i % 20 === 0;
  const state = stateOf({
    number: `VEN-${i}`,
    definition,
    title: i % 1_000 === 1 ? 'Rare heron' : 'Common request',
    requester: `r${i % 500}`,
    owner: own ? mine : i % 2 === 0 ? null : `o${i % 50}`,
    placement: i % 2 === 0 && !own ? 'queued' : 'assigned',
    team: i % 25 === 0 ? team : `t${i % 25}`,
    pool: `p${i % 40}`,
    submittedAt: 1_700_000_000_000 + i,
    category: i % 3 === 0 ? 'new' : 'in_review',
  });
  return caseDoc(`case-${String(i).padStart(7, '0')}`, state);
}

/** Adds this many open cases with their inbox rows, and one event of each to the end of the log. */
export async function fillWithCases(store: Store, count: number, favoured: Favoured): Promise<void> {
  for (let from = 0; from < count; from += atOnce) {
    const batch = Array.from({ length: Math.min(atOnce, count - from) }, (_, i) =>
      syntheticCase(from + i, favoured),
    );
    await Promise.all(batch.map((doc) => store.aggregates.insert(doc)));
    await Promise.all(batch.map((doc) => projectWork(store, doc)));
    // Asked for each time: the product may write events of its own in between.
    const end = await store.log.end('decided');
    await store.log.append(
      batch.map((doc, i) => makeLogRow(end + i + 1, doc._id, 1, { lists: ['all', 'kind:submitted'] })),
    );
  }
}
