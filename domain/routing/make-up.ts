import { DomainError } from '../error/domain-error.ts';
import type { MakeUp, PendingPick, PoolPart } from './directory.ts';

/** The most extra items one member can be owed at a time. */
export const makeUpCap = 5;

/** What is asked for: `items` more for `person` until `until` (epoch milliseconds), decided at `at`. */
export interface MakeUpRequest {
  readonly person: string;
  readonly items: number;
  readonly until: number;
  readonly at: number;
}

/**
 * The pool with a make-up: items given to a member beside the ordinary share, charged to nobody, never two picks in a row.
 * One entry per member; expired and used-up entries are dropped on the way.
 * @throws VALIDATION_FAILED for somebody who is no member, a number that is not whole and positive, or an end that is past.
 * @throws LIMIT_EXCEEDED when the member would be owed more than {@link makeUpCap}.
 */
export function makeUp<P extends PoolPart>(pool: P, request: MakeUpRequest): P {
  const { person, items, until, at } = request;
  if (!pool.members.some((m) => m.person === person)) {
    throw new DomainError(
      'VALIDATION_FAILED',
      'Only a member of the pool can be made up to. Add the person first.',
    );
  }
  if (!Number.isInteger(items) || items < 1 || until <= at) {
    throw new DomainError(
      'VALIDATION_FAILED',
      'Give a whole number of items from 1 on, and an end in the future.',
    );
  }
  const live = (pool.makeUps ?? []).filter((entry) => entry.left > 0 && entry.until > at);
  const owed = live.find((entry) => entry.person === person)?.left ?? 0;
  if (owed + items > makeUpCap) {
    throw new DomainError(
      'LIMIT_EXCEEDED',
      `At most ${makeUpCap} items can be made up at a time; ${owed} are owed.`,
    );
  }
  const others = live.filter((entry) => entry.person !== person);
  return { ...pool, makeUps: [...others, { person, left: owed + items, until }] };
}

/** Live make-ups for the decision `key`; none directly after a pick that was one. */
export function makeUpsDue(pool: PoolPart, key: string, now: number): readonly MakeUp[] {
  const latest = pool.madeUp ?? null;
  if (latest !== null && latest !== key) return [];
  // The decision is made as if its own earlier pick were absent: an item that pick used is still owed.
  const own = pool.picks[key];
  return (pool.makeUps ?? []).filter((entry) => {
    const back = own?.makeUp === true && own.p === entry.person ? 1 : 0;
    return entry.left + back > 0 && entry.until > now;
  });
}

/** The pool after `pick` was placed under `key`: one item less owed when it was a make-up. */
export function makeUpUsed<P extends PoolPart>(pool: P, key: string, pick: PendingPick): P {
  if (pick.makeUp !== true) return pool.madeUp == null ? pool : { ...pool, madeUp: null };
  return { ...pool, makeUps: changed(pool, pick.p, -1), madeUp: key };
}

/** The pool after `pick` was taken back from `key`: one item more owed when it was a make-up. */
export function makeUpGivenBack<P extends PoolPart>(pool: P, key: string, pick: PendingPick): P {
  if (pick.makeUp !== true) return pool;
  const makeUps = changed(pool, pick.p, 1);
  return { ...pool, makeUps, madeUp: pool.madeUp === key ? null : (pool.madeUp ?? null) };
}

/** The pool without make-ups for somebody who leaves it. */
export function withoutMakeUps<P extends PoolPart>(pool: P, person: string): P {
  if (pool.makeUps === undefined) return pool;
  return { ...pool, makeUps: pool.makeUps.filter((entry) => entry.person !== person) };
}

/** Entries are kept at 0 until the next make-up is asked for: a pick that comes back finds its entry and its end again. */
function changed(pool: PoolPart, person: string, by: number): readonly MakeUp[] {
  const entries = pool.makeUps ?? [];
  return entries.map((entry) => (entry.person === person ? { ...entry, left: entry.left + by } : entry));
}
