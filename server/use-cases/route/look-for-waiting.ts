import { runChain } from '../../../domain/routing/run-chain.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { decideTryAgain } from '../../../domain/stream/case/commands/routed.ts';
import type { AggregateStore, Keyset, Listed } from '../../ports/aggregates.ts';
import { type CaseDeps, commandCase, systemCall } from '../case/case-command.ts';
import { readRoute } from './read-route.ts';

/** Waiting cases of one pool a look takes from the front of the queue, and as many from further back. */
const looksAt = 50;

/** How far back each pool's queue has been looked at: kept for speed only, by any process for itself. */
const looked = new WeakMap<AggregateStore, Map<string, Keyset>>();

/**
 * Protocol 12: gives the oldest waiting case of a pool for which a decision would now find somebody another try.
 * Each is decided dry first, so that nobody's place in the queue is given up for nothing. Where none of the oldest 50 can be placed, each
 * look goes on with the next 50 behind those it looked at before, so that nobody is passed over for ever, however long the queue is.
 * Answers how many were tried again.
 */
export async function lookForWaiting(deps: CaseDeps, pool: string): Promise<number> {
  const { aggregates } = deps.store;
  // Lists are newest first.
  const oldest = await aggregates.rangeBack(`waiting:${pool}`, null, looksAt);
  if (await tryAmong(deps, oldest)) return 1;
  const front = oldest.at(-1);
  if (front === undefined || oldest.length < looksAt) return 0;
  return (await tryAmong(deps, await furtherBack(aggregates, pool, front))) ? 1 : 0;
}

/** The next of those behind the front of the queue, which begins anew behind the front when its end was reached. */
async function furtherBack(aggregates: AggregateStore, pool: string, front: Listed): Promise<Listed[]> {
  const places = looked.get(aggregates) ?? new Map<string, Keyset>();
  looked.set(aggregates, places);
  const page = await aggregates.rangeBack(`waiting:${pool}`, places.get(pool) ?? front, looksAt);
  const last = page.at(-1);
  if (last === undefined || page.length < looksAt) places.delete(pool);
  else places.set(pool, last);
  return page;
}

/** Whether one of these found somebody: one free seat, one case; the next look places the next once this seat is taken. */
async function tryAmong(deps: CaseDeps, listed: readonly Listed[]): Promise<boolean> {
  const docs = await deps.store.aggregates.loadMany<CaseState>(listed.map(({ id }) => id));
  for (const doc of docs) {
    if (!(await wouldFindSomebody(deps, doc))) continue;
    const call = systemCall('look', `look:${doc.state.epoch}`, doc.rev);
    await commandCase(deps, doc._id, call, (state, world) => decideTryAgain(state, world));
    return true;
  }
  return false;
}

async function wouldFindSomebody(deps: CaseDeps, doc: Aggregate<CaseState>): Promise<boolean> {
  const again = { ...doc, state: { ...doc.state, epochCause: 'capacity' as const } };
  const { chain, inputs } = await readRoute(deps, again, []);
  return runChain(chain, inputs).person !== undefined;
}
