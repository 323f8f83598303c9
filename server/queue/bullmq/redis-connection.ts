import { Redis } from 'ioredis';
import { Fault } from '../../../domain/error/fault.ts';

/** A connection for asking: fails at once while Redis is away, instead of keeping commands back. */
export function askingConnection(url: string, failed: (error: unknown) => void): Redis {
  return connection(url, failed, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: 2_000,
  });
}

/** A connection for waiting, as workers and subscribers need: it outlives outages. */
export function waitingConnection(url: string, failed: (error: unknown) => void): Redis {
  return connection(url, failed, { maxRetriesPerRequest: null });
}

/** How a connection behaves while Redis is away. */
interface Patience {
  readonly maxRetriesPerRequest: number | null;
  readonly enableOfflineQueue?: boolean;
  readonly commandTimeout?: number;
}

function connection(url: string, failed: (error: unknown) => void, patience: Patience): Redis {
  const redis = new Redis(url, {
    ...patience,
    retryStrategy: (times: number) => Math.min(times * 100, 2_000),
  });
  redis.on('error', failed);
  return redis;
}

/**
 * Refuses a Redis that may drop keys: acknowledged rings would vanish.
 * @throws Fault REDIS_EVICTS, or REDIS_AWAY when it cannot be asked.
 */
export async function requireNoEviction(url: string): Promise<void> {
  const redis = new Redis(url, {
    maxRetriesPerRequest: 1,
    connectTimeout: 5_000,
    retryStrategy: () => null,
    lazyConnect: true,
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    const info = await redis.info('memory');
    const policy = /maxmemory_policy:(\S+)/.exec(info)?.[1] ?? 'unknown';
    if (policy !== 'noeviction') {
      throw new Fault(
        'REDIS_EVICTS',
        `Redis evicts keys (maxmemory-policy ${policy}), which loses work. Set maxmemory-policy noeviction.`,
        { retryable: false },
      );
    }
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw new Fault('REDIS_AWAY', 'Redis cannot be reached. Start it, or correct REDIS_URL.', { cause });
  } finally {
    redis.disconnect();
  }
}
