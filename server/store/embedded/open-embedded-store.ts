import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import { BlobDirectory } from './blob-directory.ts';
import { lockDirectory } from './directory-lock.ts';
import { EmbeddedAggregates } from './embedded-aggregates.ts';
import { EmbeddedBlobs } from './embedded-blobs.ts';
import { EmbeddedCounters } from './embedded-counters.ts';
import { EmbeddedLeases } from './embedded-leases.ts';
import { EmbeddedLog } from './embedded-log.ts';
import { EmbeddedRecords } from './embedded-records.ts';
import { EmbeddedWork } from './embedded-work.ts';
import { Environment } from './environment.ts';
import type { OnFatal } from './group-commit.ts';

/** Where the data lies; `onFatal` is told of a failed commit (default: a line on stderr, then the process kills itself). */
export interface EmbeddedOptions {
  /**
   * Brings what is written to the disk when the store is closed, and not before: for what is made in one go and made anew when that is
   * cut off, such as the demo; never for people's work.
   */
  readonly syncsOnClose?: boolean;
  readonly directory: string;
  readonly clock?: Clock;
  readonly onFatal?: OnFatal;
}

/**
 * Opens the store in a data directory, which it makes when it is not there and locks until `close`.
 * @throws Fault STORE_LOCKED when another process has it open.
 */
export async function openEmbeddedStore(options: EmbeddedOptions): Promise<Store> {
  const directory = resolve(options.directory);
  const clock = options.clock ?? { now: () => Date.now() };
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const unlock = await lockDirectory(directory);
  try {
    const environment = new Environment(
      join(directory, 'store.mdb'),
      options.onFatal ?? exit,
      options.syncsOnClose,
    );
    return assemble(environment, directory, clock, unlock);
  } catch (cause) {
    unlock();
    throw cause;
  }
}

function assemble(environment: Environment, directory: string, clock: Clock, unlock: () => void): Store {
  const counters = new EmbeddedCounters(environment);
  let closing: Promise<void> | undefined;
  return {
    engine: 'embedded',
    aggregates: new EmbeddedAggregates(environment),
    log: new EmbeddedLog(environment),
    blobs: new EmbeddedBlobs(environment, new BlobDirectory(join(directory, 'blobs')), clock),
    work: new EmbeddedWork(environment),
    records: new EmbeddedRecords(environment),
    counters,
    leases: new EmbeddedLeases(),
    visits: environment.visits,
    flushed: () => environment.flushed(),
    now: async () => clock.now(),
    ping: async () => environment.check(),
    close: () => {
      closing ??= shut(environment, counters, unlock);
      return closing;
    },
  };
}

async function shut(environment: Environment, counters: EmbeddedCounters, unlock: () => void): Promise<void> {
  try {
    await counters.close();
    await environment.close();
  } finally {
    unlock();
  }
}

function exit(cause: unknown): void {
  process.stderr.write(`The data directory could not be written; ending at once: ${String(cause)}\n`);
  // After a failed commit LMDB's memory is damaged: no clean-up of its own may run any more.
  process.kill(process.pid, 'SIGKILL');
}
