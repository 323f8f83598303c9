import { createHash } from 'node:crypto';
import { Queue, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Bell, Ring } from '../../ports/bell.ts';
import { askingConnection, waitingConnection } from './redis-connection.ts';

/** What a bell on Redis needs to know. */
export interface BullmqOptions {
  readonly url: string;
  readonly now: () => number;
  readonly failed: (error: unknown) => void;
  /** Keeps installations on one Redis apart; default `signalbox`. */
  readonly prefix?: string;
  /** Overdue work without a ring for this long makes the watchdog rebuild the worker, in ms; default 15 s. */
  readonly silentMs?: number;
}

const queueName = 'effects';
/** Rings further off are left to the sweeper. */
const longestDelayMs = 10 * 60_000;

/** Names no server and holds no truth: the same ring has the same id, another arm of the effect another one. */
function jobIdOf(ring: Ring): string {
  const effect = createHash('sha256')
    .update(`${ring.aggregateId} ${ring.effectId}`)
    .digest('hex')
    .slice(0, 24);
  return `${effect}-${ring.arms}-${ring.dueAt}`;
}

/**
 * A bell on Redis through BullMQ: rings may be lost at any time, since effects live on documents.
 * `ring` never throws and never waits for Redis.
 */
export function createBullmqBell(options: BullmqOptions): Bell & { rebuild(): Promise<void> } {
  const { url, now, failed } = options;
  const prefix = options.prefix ?? 'signalbox';
  const asking = askingConnection(url, failed);
  const queue = new Queue(queueName, {
    connection: asking,
    prefix,
    defaultJobOptions: { attempts: 1, removeOnComplete: true, removeOnFail: true },
  });
  queue.on('error', failed);
  let heard = now();
  let listening: { answer: (ring: Ring) => Promise<void>; concurrency: number } | undefined;
  let worker: Worker | undefined;
  let waiting: Redis | undefined;
  const startWorker = ({ answer, concurrency }: NonNullable<typeof listening>) => {
    waiting = waitingConnection(url, failed);
    worker = new Worker(
      queueName,
      async (job) => {
        heard = now();
        await answer(job.data as Ring);
      },
      { connection: waiting, prefix, concurrency, lockDuration: 5_000, stalledInterval: 2_500 },
    );
    worker.on('error', failed);
  };
  const closeWorker = async (deadlineMs: number) => {
    const closing = worker;
    const shared = waiting;
    worker = undefined;
    if (closing === undefined) return;
    // close() never returns on a hung handler.
    await Promise.race([closing.close(), new Promise((resolve) => setTimeout(resolve, deadlineMs).unref())]);
    if (!closing.closing) await closing.close(true);
    // A worker closes no connection it was given.
    shared?.disconnect();
  };
  return {
    ring(rings) {
      const jobs = rings
        .filter(({ dueAt }) => dueAt - now() <= longestDelayMs)
        .map((ring) => ({
          name: 'ring',
          data: ring,
          opts: { jobId: jobIdOf(ring), delay: Math.max(0, ring.dueAt - now()) },
        }));
      if (jobs.length > 0) queue.addBulk(jobs).catch(failed);
    },
    async listen(answer, { concurrency }) {
      listening = { answer, concurrency };
      startWorker(listening);
    },
    lastHeard: () => heard,
    async rebuild() {
      await closeWorker(2_000);
      if (listening !== undefined) startWorker(listening);
    },
    async close(deadlineMs) {
      listening = undefined;
      await closeWorker(deadlineMs);
      await Promise.race([queue.close(), new Promise((resolve) => setTimeout(resolve, 1_000).unref())]);
      asking.disconnect();
    },
  };
}
