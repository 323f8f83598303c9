import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Ring } from '../../../../server/ports/bell.ts';
import { createBullmqBell } from '../../../../server/queue/bullmq/bullmq-bell.ts';
import { requireNoEviction } from '../../../../server/queue/bullmq/redis-connection.ts';
import { createRedisLive } from '../../../../server/queue/bullmq/redis-live.ts';
import { describeWithRedis, startRedis } from '../../../support/redis-server.ts';
import type { RunningServer } from '../../../support/start-process.ts';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
async function until(holds: () => boolean, ms = 10_000): Promise<void> {
  const end = Date.now() + ms;
  while (!holds()) {
    if (Date.now() > end) throw new Error('it did not happen in time');
    await wait(20);
  }
}
const ring = (effectId: string, more: Partial<Ring> = {}): Ring => ({
  aggregateId: 'c1',
  effectId,
  arms: 1,
  dueAt: Date.now(),
  ...more,
});

describeWithRedis('a bell on Redis', () => {
  let redis: RunningServer;
  beforeAll(async () => {
    redis = (await startRedis()) as RunningServer;
  });
  afterAll(async () => {
    await redis.stop();
  });

  const openBell = (prefix: string) =>
    createBullmqBell({ url: redis.url, now: () => Date.now(), failed: () => undefined, prefix });

  it('answers each ring, and a ring not yet due no earlier than its time', async () => {
    const bell = openBell('a');
    const heard: { effectId: string; at: number }[] = [];
    await bell.listen(async ({ effectId }) => void heard.push({ effectId, at: Date.now() }), {
      concurrency: 4,
      clock: { now: () => Date.now() },
    });
    const later = Date.now() + 600;
    bell.ring([ring('route:1'), ring('seat:p'), ring('clock:x', { dueAt: later })]);
    await until(() => heard.length === 3);
    expect(heard.find(({ effectId }) => effectId === 'clock:x')?.at).toBeGreaterThanOrEqual(later - 5);
    await bell.close(1_000);
  });

  it('hears the same effect again once it is armed anew, also after its handler failed', async () => {
    const bell = openBell('b');
    let count = 0;
    await bell.listen(
      async () => {
        count += 1;
        throw new Error('no');
      },
      { concurrency: 1, clock: { now: () => Date.now() } },
    );
    const first = ring('route:1');
    bell.ring([first]);
    await until(() => count === 1);
    await wait(200);
    bell.ring([{ ...first, arms: 2 }]);
    await until(() => count === 2);
    bell.ring([{ ...first, arms: 2, dueAt: first.dueAt + 1 }]);
    await until(() => count === 3);
    await bell.close(1_000);
  });

  it('never waits and never throws while Redis is away, and hears again when it is back', async () => {
    const bell = openBell('c');
    let count = 0;
    await bell.listen(
      async () => {
        count += 1;
      },
      { concurrency: 1, clock: { now: () => Date.now() } },
    );
    await redis.kill();
    const before = Date.now();
    bell.ring([ring('lost')]);
    expect(Date.now() - before).toBeLessThan(100);
    await redis.start();
    await until(() => {
      bell.ring([ring(`again-${Date.now()}`)]);
      return count > 0;
    }, 20_000);
    await bell.close(1_000);
  });

  it('closes within its deadline though a handler hangs', async () => {
    const bell = openBell('d');
    let started = false;
    await bell.listen(
      () => {
        started = true;
        return new Promise(() => undefined);
      },
      { concurrency: 1, clock: { now: () => Date.now() } },
    );
    bell.ring([ring('hang')]);
    await until(() => started);
    const before = Date.now();
    await bell.close(500);
    expect(Date.now() - before).toBeLessThan(4_000);
  });

  it('refuses to start on a Redis that evicts keys', async () => {
    const evicting = (await startRedis(['--maxmemory-policy', 'allkeys-lru'])) as RunningServer;
    await expect(requireNoEviction(evicting.url)).rejects.toMatchObject({ code: 'REDIS_EVICTS' });
    await evicting.stop();
    await expect(requireNoEviction(redis.url)).resolves.toBeUndefined();
  });

  it('carries live notices to every process', async () => {
    const one = createRedisLive(redis.url, () => undefined);
    const two = createRedisLive(redis.url, () => undefined);
    const heard: number[] = [];
    two.subscribe(({ position }) => heard.push(position));
    let position = 0;
    await until(() => {
      position += 1;
      one.publish({ position, caseId: 'c1', rev: 1, tokens: [] });
      return heard.length > 0;
    });
    await one.close();
    await two.close();
  });
});
