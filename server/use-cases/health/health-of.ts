import { statfs } from 'node:fs/promises';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import { countQuarantined } from '../effect/quarantined.ts';
import { lastCheckpoint } from '../log/checkpoints.ts';
import type { Setup } from './setup.ts';

/** How an installation is doing, as figures; what cannot be told is null. */
export interface Health extends Omit<Setup, 'directory' | 'mailFrom'> {
  /** When it was looked at, epoch milliseconds. */
  readonly at: number;
  readonly engine: Store['engine'];
  /** What is wrong now, in words: what keeps this process from being ready, and the queue's. */
  readonly problems: readonly string[];
  /** Which of them is the queue's; null when it answers. */
  readonly queueProblem: string | null;
  /** The sender of mail; null where none is sent. */
  readonly mailFrom: string | null;
  /** How far this process's clock is ahead of the store's, in ms. */
  readonly skewMs: number | null;
  /** Documents with work that is due now, counted up to 1,000, and since when the oldest is. */
  readonly due: { readonly count: number; readonly oldestAt: number | null } | null;
  /** Documents with work that stopped for good, counted up to 1,000. */
  readonly quarantined: number | null;
  /** The disk of the embedded store, in bytes; null where the store is elsewhere. */
  readonly disk: { readonly free: number; readonly total: number } | null;
  readonly log: {
    readonly end: number;
    readonly checkpoint: { readonly size: number; readonly at: number } | null;
  } | null;
}

/** What it is looked at with. */
export interface HealthDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly setup: Setup;
  readonly problems: () => Promise<readonly string[]>;
  readonly queueProblem: () => Promise<string | null>;
}

const countedAtMost = 1_000;

/** Looks at the installation; a store that does not answer leaves nulls and a problem in words, never an error. */
export async function healthOf({ store, clock, setup, ...asked }: HealthDeps): Promise<Health> {
  const { directory, ...plain } = setup;
  const now = clock.now();
  const [unready, queueProblem] = await Promise.all([asked.problems(), asked.queueProblem()]);
  const problems = queueProblem === null ? unready : [...unready, queueProblem];
  const told = <T>(look: () => Promise<T>): Promise<T | null> => look().catch(() => null);
  const [due, quarantined, log, skewMs, disk] = await Promise.all([
    told(() => dueNow(store, now)),
    told(() => countQuarantined(store)),
    told(() => logOf(store)),
    told(async () => clock.now() - (await store.now())),
    directory === null ? null : told(() => diskOf(directory)),
  ]);
  const { engine } = store;
  return { ...plain, at: now, engine, problems, queueProblem, skewMs, due, quarantined, disk, log };
}

async function dueNow({ aggregates }: Store, now: number) {
  const found = await aggregates.due(now, countedAtMost);
  return { count: found.length, oldestAt: found[0]?.nextDueAt ?? null };
}

async function logOf({ log, records }: Store) {
  const [end, last] = await Promise.all([log.end(), lastCheckpoint(records)]);
  return {
    end,
    checkpoint: last === undefined ? null : { size: last.checkpoint.size, at: last.checkpoint.at },
  };
}

async function diskOf(directory: string) {
  const { bavail, blocks, bsize } = await statfs(directory);
  return { free: bavail * bsize, total: blocks * bsize };
}
