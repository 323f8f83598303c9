import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BuiltCli, buildCli, type CliServer } from '../../../support/built-cli.ts';
import { describeWithMongo, startMongoCompatible } from '../../../support/mongo-server.ts';
import { describeWithRedis, startRedis } from '../../../support/redis-server.ts';
import type { RunningServer } from '../../../support/start-process.ts';

describeWithMongo('a product on MongoDB and Redis', () => {
  describeWithRedis('in several processes', () => {
    let cli: BuiltCli;
    let mongo: RunningServer | undefined;
    let redis: RunningServer | undefined;
    let env: Record<string, string>;
    const servers: CliServer[] = [];
    beforeAll(async () => {
      [cli, mongo, redis] = await Promise.all([buildCli(), startMongoCompatible(), startRedis()]);
      env = {
        SIGNALBOX_DATA: cli.freshDirectory(),
        MONGODB_URL: mongo?.url.replace('/?', '/scaled?') ?? '',
        REDIS_URL: redis?.url ?? '',
        SIGNALBOX_SECRET: 'a secret that every process shares, long enough',
        APP_ORIGIN: 'http://localhost:4000',
      };
    });
    afterAll(async () => {
      await Promise.all(servers.map((server) => server.end('SIGKILL')));
      await cli?.remove();
      await redis?.stop();
      await mongo?.stop();
    });

    it('serves people in web processes, and operators only in workers', async () => {
      const web = await cli.serve(['start'], { ...env, SIGNALBOX_PROCESS: 'web' });
      const worker = await cli.serve(['start'], { ...env, SIGNALBOX_PROCESS: 'worker' });
      servers.push(web, worker);
      expect(web.said()).toContain('http://localhost:4000/welcome/');
      expect(worker.said()).not.toContain('welcome');
      for (const { address } of [web, worker]) {
        expect(await (await fetch(`${address}/healthz`)).status).toBe(200);
        const ready = await fetch(`${address}/readyz`);
        expect(ready.status).toBe(200);
        expect(await (await fetch(`${address}/metrics`)).text()).toContain('process_cpu_seconds_total');
      }
      expect((await fetch(`${web.address}/api/v1/me`)).status).toBe(401);
      expect((await fetch(`${worker.address}/api/v1/me`)).status).toBe(404);
      expect((await fetch(`${worker.address}/healthz`, { method: 'POST' })).status).toBe(405);
    });

    it('lets the command line work on the store beside them', async () => {
      expect(
        (await cli.run(['person', 'create', 'ada', '--name', 'Ada', '--system-role', 'admin'], env)).code,
      ).toBe(0);
      const made = await cli.run(['token', 'create', '--person', 'ada', '--scope', 'admin', '--json'], env);
      const { secret } = JSON.parse(made.out);
      const me = await fetch(`${servers[0]?.address}/api/v1/me`, {
        headers: { authorization: `Bearer ${secret}` },
      });
      expect(me.status).toBe(200);
    });

    it('is not ready without its store, and stops in order', async () => {
      const [web, worker] = servers;
      await mongo?.kill();
      expect((await fetch(`${web?.address}/readyz`)).status).toBe(503);
      expect((await fetch(`${worker?.address}/readyz`)).status).toBe(503);
      expect((await fetch(`${worker?.address}/healthz`)).status).toBe(200);
      await mongo?.start();
      const deadline = Date.now() + 20_000;
      while ((await fetch(`${worker?.address}/readyz`)).status !== 200)
        expect(Date.now()).toBeLessThan(deadline);
      for (const server of [web, worker]) expect(await server?.end('SIGTERM')).toBe(0);
      servers.length = 0;
    });

    it('refuses a Redis that evicts, and starts without one that is away', async () => {
      const evicting = await startRedis(['--maxmemory-policy', 'allkeys-lru']);
      const refused = await cli.run(['start'], { ...env, REDIS_URL: evicting?.url ?? '' });
      expect(refused.code).toBe(1);
      expect(refused.err).toContain('maxmemory-policy noeviction');
      await evicting?.stop();
      const server = await cli.serve(['start'], { ...env, REDIS_URL: evicting?.url ?? '' });
      expect((await fetch(`${server.address}/readyz`)).status).toBe(200);
      expect(await server.end('SIGTERM')).toBe(0);
    });
  });
});
