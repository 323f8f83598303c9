import { chainOfState } from '../../../domain/definition/chain-of-state.ts';
import type { CompiledDefinition } from '../../../domain/definition/compile-definition.ts';
import { type PoolWait, poolWait } from '../../../domain/routing/pool-wait.ts';
import type { Way } from '../../../domain/routing/rule-schema.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { routedUnder } from '../../../domain/stream/case/settled-route.ts';
import type { PoolState } from '../../../domain/stream/pool/pool-stream.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import type { Store } from '../../ports/store.ts';
import type { DirectorySnapshot } from '../directory/directory-snapshot.ts';

/** The pool a case waits for, what of it, and the earliest instant at which that may change by itself. */
export interface ShownWait extends PoolWait {
  readonly pool: { readonly id: string; readonly title: string };
}

/** What a waiting case waits for, by the directory as it is now; null for one that does not wait for a pool. */
export async function viewWait(
  store: Store,
  { state, definition }: { readonly state: CaseState; readonly definition: CompiledDefinition },
  snapshot: DirectorySnapshot,
  now: number,
): Promise<ShownWait | null> {
  const { open, placement, pool: id } = state;
  if (!open || placement !== 'waiting' || id === null) return null;
  const pool = snapshot.pools.get(id);
  const stored = await store.aggregates.load<PoolState>(streamId('pool', id));
  const shown = { id, title: stored?.state.title ?? id };
  if (pool === undefined || stored?.state.active !== true)
    return { pool: shown, what: 'members', until: null };
  const { people, calendars } = snapshot;
  const way = wayOf(state, definition);
  const barred = barredFrom(state, way, snapshot);
  return { pool: shown, ...poolWait({ pool, now, people, calendars, barred, needs: way?.skills ?? [] }) };
}

/** The rule by which the case came to wait, or the default. */
function wayOf(state: CaseState, definition: CompiledDefinition): Way | undefined {
  const routed = routedUnder(state, state.epoch);
  const chain = chainOfState(definition, routed?.state ?? state.state)?.chain;
  return chain?.rules.find(({ id }) => id === routed?.rule) ?? chain?.default;
}

/** Who is not given this case whenever they work: whose request it is, and whom its rule leaves out. */
function barredFrom(state: CaseState, way: Way | undefined, { people }: DirectorySnapshot): Set<string> {
  const { requester, behalf, previousOwners } = state;
  const exclude = way?.exclude ?? [];
  const manager = exclude.includes('requester_manager') ? people.get(behalf ?? requester)?.managerId : null;
  return new Set([
    requester,
    ...(behalf === null ? [] : [behalf]),
    ...(manager === null || manager === undefined ? [] : [manager]),
    ...(exclude.includes('previous_owners') ? previousOwners : []),
  ]);
}
