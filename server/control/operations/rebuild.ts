import { rebuildProjections } from '../../use-cases/upkeep/rebuild-projections.ts';
import type { Operation } from './operation.ts';

/** Builds every projection anew while the product goes on; answers how many documents it read. */
export const rebuild: Operation = async ({ store, projections }) => {
  return { documents: await rebuildProjections(store, projections) };
};
