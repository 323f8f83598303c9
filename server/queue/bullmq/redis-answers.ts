import { Redis } from 'ioredis';

/** Whether Redis answers now, asked over a connection of its own; one that is silent for `withinMs` (default 1 s) does not. */
export async function redisAnswers(url: string, withinMs = 1_000): Promise<boolean> {
  const redis = new Redis(url, {
    maxRetriesPerRequest: 0,
    connectTimeout: withinMs,
    commandTimeout: withinMs,
    retryStrategy: () => null,
    lazyConnect: true,
  });
  redis.on('error', () => undefined);
  let timer: NodeJS.Timeout | undefined;
  const silent = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), withinMs);
  });
  const asked = redis
    .connect()
    .then(() => redis.ping())
    .then(
      () => true,
      () => false,
    );
  try {
    return await Promise.race([asked, silent]);
  } finally {
    clearTimeout(timer);
    redis.disconnect();
  }
}
