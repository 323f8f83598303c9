import { abilityOf } from '../../../domain/access/ability-of.ts';
import { caseSubject } from '../../../domain/access/case-subject.ts';
import type { Viewer } from '../../../domain/access/viewer.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { idInStream } from '../../../domain/stream/stream-id.ts';
import { countLimit } from './counts-of.ts';
import type { ListDeps } from './list-deps.ts';

/** The most pools whose cases are counted. */
const poolLimit = 200;

/** How many open cases the viewer may read wait until somebody in their pool can take them; of no pool more than 100 are looked at, and no more than 100 in all. */
export async function waitingCount({ store }: Pick<ListDeps, 'store'>, viewer: Viewer): Promise<number> {
  const { aggregates } = store;
  const pools = await aggregates.range('pool', null, poolLimit);
  const lists = pools.map(({ id }) => `waiting:${idInStream(id)}`);
  const found = await Promise.all(lists.map((list) => aggregates.range(list, null, countLimit)));
  const ids = found.flat().map(({ id }) => id);
  const docs = await aggregates.loadMany<CaseState>(ids.slice(0, countLimit));
  const ability = abilityOf(viewer);
  const waits = docs.filter(({ state }) => state.open && state.placement === 'waiting');
  return waits.filter((doc) => ability.can('read', caseSubject(doc))).length;
}
