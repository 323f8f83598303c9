import { runChain } from '../../../domain/routing/run-chain.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { decideTryAgain } from '../../../domain/stream/case/commands/routed.ts';
import { type CaseDeps, commandCase, systemCall } from '../case/case-command.ts';
import { readRoute } from './read-route.ts';

/** Waiting cases of one pool a look considers, oldest first. */
const looksAt = 50;

/**
 * Protocol 12: gives the oldest waiting cases of a pool for which a decision would now find somebody another try.
 * Each is decided dry first, so that nobody's place in the queue is given up for nothing. Answers how many were tried again.
 */
export async function lookForWaiting(deps: CaseDeps, pool: string): Promise<number> {
  const waiting = await oldestWaiting(deps, pool);
  let tried = 0;
  for (const doc of waiting) {
    const reading = await readRoute(deps, { ...doc, state: { ...doc.state, epochCause: 'capacity' } }, []);
    const outcome = runChain(reading.chain, reading.inputs);
    if (outcome.person === undefined) continue;
    const call = systemCall('look', `look:${doc.state.epoch}`, doc.rev);
    await commandCase(deps, doc._id, call, (state, world) => decideTryAgain(state, world));
    tried += 1;
    // One free seat, one case: the next look places the next one once this seat is taken.
    break;
  }
  return tried;
}

async function oldestWaiting(deps: CaseDeps, pool: string): Promise<Aggregate<CaseState>[]> {
  const found: string[] = [];
  let after: { sort: string; id: string } | null = null;
  for (;;) {
    const page = await deps.store.aggregates.range(`waiting:${pool}`, after, 200);
    found.push(...page.map(({ id }) => id));
    const last = page.at(-1);
    if (page.length < 200 || last === undefined) break;
    after = { sort: last.sort, id: last.id };
  }
  // Lists are newest first.
  return deps.store.aggregates.loadMany<CaseState>(found.reverse().slice(0, looksAt));
}
