import type { Store } from '../../ports/store.ts';
import type { Cursors } from './cursor.ts';

/** What lists are read from. */
export interface ListDeps {
  readonly store: Pick<Store, 'aggregates' | 'work' | 'log' | 'records'>;
  readonly cursors: Cursors;
}

/** The longest page. */
export const longestPage = 200;

/** A page's length as asked for, between 1 and 200. */
export function pageLength(limit: number): number {
  return Math.min(longestPage, Math.max(1, Math.floor(limit)));
}

/** One page, and the cursor of the next; null at the end. A page may be shorter than asked for although there is a next one. */
export interface Page<R> {
  readonly items: readonly R[];
  readonly next: string | null;
}
