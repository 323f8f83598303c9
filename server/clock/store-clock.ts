import { performance } from 'node:perf_hooks';
import type { Clock } from '../ports/clock.ts';

/** Local time corrected by the store's own clock, so that processes on several machines agree. */
export interface StoreClock extends Clock {
  /** Asks the store for its time, now and every 30 s until `stop`. @throws Fault when the store does not answer now. */
  follow(): Promise<void>;
  /** How far this machine's clock was from the store's when last asked, in ms; positive: this machine is behind. */
  skewMs(): number;
  stop(): void;
}

/** What a store clock stands on. */
export interface StoreClockOptions {
  /** The store's time in epoch milliseconds. */
  readonly storeNow: () => Promise<number>;
  readonly failed: (error: unknown) => void;
  /** This machine's time in epoch milliseconds. */
  readonly localNow?: () => number;
  /** Milliseconds that only pass and never jump. */
  readonly elapsed?: () => number;
  readonly everyMs?: number;
}

/** Beyond this skew a process is not ready, in ms. */
export const longestSkewMs = 2_000;

/**
 * A clock that follows the store. Between two answers it counts on by elapsed time, so that a jump of this machine's clock
 * moves nothing; it is never behind what it has told before by more than the correction itself.
 */
export function createStoreClock(options: StoreClockOptions): StoreClock {
  const { storeNow, failed, everyMs = 30_000 } = options;
  const localNow = options.localNow ?? (() => Date.now());
  const elapsed = options.elapsed ?? (() => performance.now());
  let known = { at: elapsed(), time: localNow() };
  let skew = 0;
  let timer: NodeJS.Timeout | undefined;
  const ask = async () => {
    const sent = elapsed();
    const time = await storeNow();
    const answered = elapsed();
    // The store read its clock somewhere between the question and the answer.
    const middle = (sent + answered) / 2;
    known = { at: middle, time };
    skew = Math.round(time + (answered - middle) - localNow());
  };
  return {
    now: () => Math.round(known.time + (elapsed() - known.at)),
    skewMs: () => skew,
    async follow() {
      await ask();
      timer = setInterval(() => void ask().catch(failed), everyMs);
      timer.unref();
    },
    stop: () => clearInterval(timer),
  };
}
