import { releaseOutside } from '../../use-cases/backup/held-outside.ts';
import type { Operation } from './operation.ts';

/** Lets effects to the outside go that a restore holds; answers how many. */
export const release: Operation = async ({ services }) => {
  return { released: await releaseOutside(services.deps) };
};
