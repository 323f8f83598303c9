import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createConnectionLimiter } from '../../../../server/connectors/connection-limiter.ts';

test('runs no more at once than the connection allows, in the order of asking', async () => {
  const limiter = createConnectionLimiter();
  const order: number[] = [];
  let running = 0;
  let widest = 0;
  await Promise.all(
    [0, 1, 2, 3, 4, 5, 6].map((each) =>
      limiter.run('crm', { perSecond: 1000, concurrency: 2 }, async () => {
        order.push(each);
        running += 1;
        widest = Math.max(widest, running);
        await sleep(5);
        running -= 1;
      }),
    ),
  );
  expect(widest).toBe(2);
  expect(order).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test('starts no more in any second than the connection allows', async () => {
  const limiter = createConnectionLimiter();
  const starts: number[] = [];
  await Promise.all(
    Array.from({ length: 11 }, () =>
      limiter.run('crm', { perSecond: 4, concurrency: 20 }, async () => starts.push(performance.now())),
    ),
  );
  for (const [index, start] of starts.entries()) {
    const fourLater = starts[index + 4];
    if (fourLater !== undefined) expect(fourLater - start).toBeGreaterThanOrEqual(1000 - 0.5);
  }
  expect(starts).toHaveLength(11);
});

test('spaces calls of a connection that allows less than one a second', async () => {
  const limiter = createConnectionLimiter({ maxWaitMs: 1500 });
  const slow = { perSecond: 0.8, concurrency: 5 };
  const begun = performance.now();
  await limiter.run('crm', slow, async () => undefined);
  await limiter.run('crm', slow, async () => undefined);
  expect(performance.now() - begun).toBeGreaterThanOrEqual(1249);
});

test('lets one connection wait without holding up another', async () => {
  const limiter = createConnectionLimiter({ maxWaitMs: 50 });
  const narrow = { perSecond: 1000, concurrency: 1 };
  const long = limiter.run('slow', narrow, () => sleep(200));
  await expect(limiter.run('fast', narrow, async () => 'done')).resolves.toBe('done');
  await expect(limiter.run('slow', narrow, async () => 'done')).rejects.toMatchObject({
    code: 'CONNECTION_BUSY',
    retryable: true,
  });
  await long;
  await expect(limiter.run('slow', narrow, async () => 'done')).resolves.toBe('done');
});

test('gives up at once when its turn would come too late, and takes no turn for it', async () => {
  const limiter = createConnectionLimiter({ maxWaitMs: 20 });
  const rare = { perSecond: 1, concurrency: 5 };
  await limiter.run('crm', rare, async () => undefined);
  const begun = performance.now();
  for (let each = 0; each < 5; each += 1) {
    await expect(limiter.run('crm', rare, async () => undefined)).rejects.toMatchObject({
      code: 'CONNECTION_BUSY',
    });
  }
  expect(performance.now() - begun).toBeLessThan(500);
  await sleep(1001);
  await expect(limiter.run('crm', rare, async () => 'done')).resolves.toBe('done');
});

test('frees the place of a task that fails', async () => {
  const limiter = createConnectionLimiter({ maxWaitMs: 50 });
  const narrow = { perSecond: 1000, concurrency: 1 };
  await expect(limiter.run('crm', narrow, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(limiter.run('crm', narrow, async () => 'done')).resolves.toBe('done');
});
