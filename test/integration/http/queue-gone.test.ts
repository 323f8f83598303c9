import { afterAll, beforeAll, expect, it } from 'vitest';
import { type HttpProduct, httpCompany, startHttpProduct } from '../../support/http-product.ts';
import { describeWithMongo, startMongoCompatible } from '../../support/mongo-server.ts';
import { describeWithRedis, startRedis } from '../../support/redis-server.ts';
import type { RunningServer } from '../../support/start-process.ts';

describeWithMongo('a product on MongoDB', () => {
  describeWithRedis('whose Redis goes', () => {
    let mongo: RunningServer | undefined;
    let redis: RunningServer | undefined;
    let web: HttpProduct;
    beforeAll(async () => {
      [mongo, redis] = await Promise.all([startMongoCompatible(), startRedis()]);
      const mongodbUrl = mongo?.url.replace('/?', '/queue-gone?') ?? '';
      web = await startHttpProduct({ config: { mongodbUrl, redisUrl: redis?.url ?? '' } });
      await httpCompany(web);
    });
    afterAll(async () => {
      if (redis?.pid) process.kill(redis.pid, 'SIGCONT');
      await web?.close();
      await redis?.stop();
      await mongo?.stop();
    });

    const health = async () => (await (await web.as('amy')).get('/health')).json;
    const away = expect.stringMatching(/^Redis does not answer\. Start it, or correct REDIS_URL/);

    it('says so to those who look after it while it is silent or away, stays ready, and stops saying so', async () => {
      expect(await health()).toMatchObject({ queue: 'redis', problems: [], queueProblem: null });
      process.kill(redis?.pid ?? 0, 'SIGSTOP');
      expect(await health()).toMatchObject({ problems: [away], queueProblem: away });
      process.kill(redis?.pid ?? 0, 'SIGCONT');
      expect(await health()).toMatchObject({ problems: [], queueProblem: null });
      await redis?.kill();
      expect(await health()).toMatchObject({ problems: [away], queueProblem: away });
      expect((await fetch(`${web.origin}/readyz`)).status).toBe(200);
      await redis?.start();
      expect(await health()).toMatchObject({ problems: [], queueProblem: null });
    });
  });
});
