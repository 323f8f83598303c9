import { Fault } from '../../../domain/error/fault.ts';
import { requireNoEviction } from './redis-connection.ts';

/** Keeps an eye on a Redis that must not evict. */
export interface EvictionWatch {
  /** What is wrong, in words; undefined while nothing is known to be. */
  problem(): string | undefined;
  stop(): void;
}

/**
 * Asks Redis at once and then every minute whether it evicts. One that is away is no problem: effects live on documents,
 * and the sweeper finds them.
 * @throws Fault REDIS_EVICTS when it evicts now.
 */
export async function watchEviction(
  url: string,
  failed: (error: unknown) => void,
  everyMs = 60_000,
): Promise<EvictionWatch> {
  let problem: string | undefined;
  const ask = async () => {
    try {
      await requireNoEviction(url);
      problem = undefined;
    } catch (error) {
      if (!isEviction(error)) return failed(error);
      problem = error.message;
      throw error;
    }
  };
  await ask();
  const timer = setInterval(() => void ask().catch(failed), everyMs);
  timer.unref();
  return { problem: () => problem, stop: () => clearInterval(timer) };
}

function isEviction(error: unknown): error is Fault {
  return error instanceof Fault && error.code === 'REDIS_EVICTS';
}
