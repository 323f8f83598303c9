import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '../../domain/error/fault.ts';
import type { GuardedFetch } from '../../plugins/kit/context.ts';
import type { ConnectionLimits } from '../../plugins/kit/plugin.ts';
import type { StoppableFetch } from './guarded-fetch.ts';

/** Keeps each connection within its rate and concurrency, in this process. */
export interface ConnectionLimiter {
  /**
   * Runs a task when the connection has room, in the order of asking.
   * @throws Fault `CONNECTION_BUSY` (retryable) when that would take longer than the limiter waits.
   */
  run<T>(connectionId: string, limits: ConnectionLimits, task: () => Promise<T>): Promise<T>;
}

interface Lane {
  running: number;
  /** The latest calls, the oldest first: when each should start, and when it did. */
  starts: { readonly planned: number; readonly actual: Promise<number> }[];
  readonly waiting: (() => void)[];
}

/** Makes a limiter that lets a call wait for at most `maxWaitMs` (default 10 s), by a monotonic clock. */
export function createConnectionLimiter(options: { readonly maxWaitMs?: number } = {}): ConnectionLimiter {
  const maxWaitMs = options.maxWaitMs ?? 10_000;
  const lanes = new Map<string, Lane>();
  return {
    run: async (connectionId, limits, task) => {
      const lane = lanes.get(connectionId) ?? { running: 0, starts: [], waiting: [] };
      lanes.set(connectionId, lane);
      const until = performance.now() + maxWaitMs;
      await takePlace(lane, limits.concurrency, maxWaitMs);
      try {
        await takeTurn(lane, limits.perSecond, until);
        return await task();
      } finally {
        lane.running -= 1;
        lane.waiting.shift()?.();
      }
    },
  };
}

/** A plugin's way out under one connection: guarded, limited and stopped by the signal. */
export function limitedFetch(
  fetch: StoppableFetch,
  limiter: ConnectionLimiter,
  connection: { readonly id: string; readonly limits: ConnectionLimits | null },
  signal: AbortSignal,
): GuardedFetch {
  const { id, limits } = connection;
  return (url, request) => {
    const call = () => fetch(url, request, signal);
    return limits === null ? call() : limiter.run(id, limits, call);
  };
}

async function takePlace(lane: Lane, concurrency: number, maxWaitMs: number): Promise<void> {
  if (lane.running < concurrency && lane.waiting.length === 0) {
    lane.running += 1;
    return;
  }
  await new Promise<void>((resolve, reject) => {
    const enter = () => {
      clearTimeout(timer);
      lane.running += 1;
      resolve();
    };
    const timer = setTimeout(() => {
      lane.waiting.splice(lane.waiting.indexOf(enter), 1);
      reject(busy());
    }, maxWaitMs);
    lane.waiting.push(enter);
  });
}

/** Waits until no more than the allowed number of calls start in any window; below one a second the window is longer. */
async function takeTurn(lane: Lane, perSecond: number, until: number): Promise<void> {
  const count = Math.max(1, Math.floor(perSecond));
  const windowMs = (count / perSecond) * 1000;
  const now = performance.now();
  const earlier = lane.starts.at(-count);
  const planned = earlier === undefined ? now : Math.max(now, earlier.planned + windowMs);
  if (planned > until) throw busy();
  const actual = begin(earlier?.actual, windowMs);
  lane.starts = [...lane.starts, { planned, actual }].slice(-count);
  await actual;
}

/** Begins a window after the earlier call did, which may have been later than planned. */
async function begin(earlier: Promise<number> | undefined, windowMs: number): Promise<number> {
  const start = earlier === undefined ? 0 : (await earlier) + windowMs;
  // A timer may ring a moment early; the other side counts by its own clock.
  for (let left = start - performance.now(); left > 0; left = start - performance.now())
    await sleep(Math.ceil(left));
  return performance.now();
}

function busy(): Fault {
  return new Fault('CONNECTION_BUSY', 'The connection is used up to its limits at the moment.');
}
