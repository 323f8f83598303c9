import { abilityOf } from '../../../domain/access/ability-of.ts';
import type { Viewer } from '../../../domain/access/viewer.ts';
import type { ListDeps } from './list-deps.ts';
import { readWork, type WorkView, workViews } from './work-page.ts';

/** How far the tasks of a view are counted. */
export const countLimit = 100;

/** How many tasks a view shows; `more` when it goes on beyond the 100 that are counted. */
export interface ViewCount {
  readonly count: number;
  readonly more: boolean;
}

/** What the viewer's inboxes would show, counted: each row is checked as if it were shown. */
export async function countsOf(
  deps: Pick<ListDeps, 'store'>,
  viewer: Viewer,
): Promise<Readonly<Record<WorkView, ViewCount>>> {
  const ability = abilityOf(viewer);
  const count = async (view: WorkView): Promise<[WorkView, ViewCount]> => {
    const page = await readWork(deps, ability, { view, after: null, limit: countLimit });
    return [view, { count: page.items.length, more: page.next !== null }];
  };
  return Object.fromEntries(await Promise.all(workViews.map(count))) as Record<WorkView, ViewCount>;
}
