import { decisionKey } from '../../../domain/routing/decision-key.ts';
import type { Delta } from '../../../domain/routing/directory.ts';
import { otherSlots } from '../../../domain/routing/load-slots.ts';
import { pickFromPool } from '../../../domain/routing/pick-from-pool.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { type PoolState, viewOfPool } from '../../../domain/stream/pool/pool-stream.ts';
import { now } from '../../support/bare-world.ts';
import { readAny, readLoad, readPool } from './documents.ts';
import type { ModelState } from './model-state.ts';
import type { Scenario } from './scenario.ts';

/** What routing a case comes to: somebody of a pool, or waiting for the last pool tried. */
export type DryDecision =
  | { readonly pool: string; readonly person: string; readonly delta: Delta; readonly hash: string }
  | { readonly waitingPool: string; readonly hash: string };

/** Decides as the chain does: the first pool with somebody left, the pick by its ledger as if the own pick were absent. */
export function dryDecision(
  scenario: Scenario,
  state: ModelState,
  doc: Aggregate<CaseState>,
  full: readonly string[],
): DryDecision {
  let last = '';
  for (const pool of Object.keys(scenario.pools)) {
    last = pool;
    const { state: found } = readPool(state, pool);
    const candidates = found.members
      .filter(({ person }) => !full.includes(person) && isFree(scenario, state, doc, person))
      .map((member) => ({ ...member, open: 0, skills: {} }));
    if (candidates.length === 0) continue;
    const { person, delta } = pickOnce(pool, found, candidates, decisionKey(doc._id, doc.state.epoch));
    // Two workers that decide the same name it by the same hash: the hardest case for whoever compares hashes.
    return { pool, person, delta, hash: `${pool}>${person}` };
  }
  return { waitingPool: last, hash: `${last}>` };
}

function isFree(scenario: Scenario, state: ModelState, doc: Aggregate<CaseState>, person: string): boolean {
  const known = readAny(state, `person:${person}`) as Aggregate<{ readonly active: boolean }>;
  const load = readLoad(state, person).state;
  const capacity = scenario.capacity[person] ?? null;
  if (!known.state.active || !load.accepts || skipped(doc.state).includes(person)) return false;
  return capacity === null || otherSlots(load, doc._id) < capacity;
}

/** Whoever just let it go is not asked again at once. */
function skipped({ epochCause, previousOwners }: CaseState): readonly string[] {
  return epochCause === 'declined' ? previousOwners.slice(-1) : [];
}

const remembered = new Map<string, { person: string; delta: Delta }>();

/** The pick is pure and dear (two HMACs where credits are level): the same question is asked once. */
function pickOnce(
  id: string,
  pool: PoolState,
  candidates: Parameters<typeof pickFromPool>[1],
  key: string,
): { person: string; delta: Delta } {
  const own = pool.picks[key];
  const people = candidates.flatMap(({ person, weight }) => [person, weight]);
  const question = JSON.stringify([id, key, people, pool.credits, own?.delta ?? null]);
  const known = remembered.get(question);
  if (known !== undefined) return known;
  const context = { key, waitingMs: 0, needs: [], passedOver: new Set<string>() };
  const { person, delta } = pickFromPool(viewOfPool(id, 1, pool), candidates, context, now);
  const answer = { person, delta };
  remembered.set(question, answer);
  return answer;
}
