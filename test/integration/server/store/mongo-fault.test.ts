import { afterAll, beforeAll, expect, it } from 'vitest';
import { Fault } from '../../../../domain/error/fault.ts';
import type { Store } from '../../../../server/ports/store.ts';
import { openMongoStore } from '../../../../server/store/mongo/open-mongo-store.ts';
import { makeAggregate } from '../../../support/make-aggregate.ts';
import { describeWithMongo, mongoKind, startMongoCompatible } from '../../../support/mongo-server.ts';
import { freePort, type RunningServer } from '../../../support/start-process.ts';

describeWithMongo('a MongoDB store whose server fails', () => {
  it('is not opened where nobody listens, and says so as a Fault within 5 s', async () => {
    const url = `mongodb://127.0.0.1:${await freePort()}/?directConnection=true`;
    const begun = Date.now();
    await expect(openMongoStore({ url })).rejects.toBeInstanceOf(Fault);
    expect(Date.now() - begun).toBeLessThan(5_000);
  });
});

describeWithMongo('a MongoDB store whose server is killed', () => {
  let server: RunningServer | undefined;
  let store: Store;
  beforeAll(async () => {
    server = await startMongoCompatible();
    store = await openMongoStore({ url: server?.url ?? '', database: 'fault' });
  });
  afterAll(async () => {
    await store?.close();
    await server?.stop();
  });

  it('throws retryable Faults while it is gone, and has what it acknowledged when it is back', async (context) => {
    if (mongoKind() === 'mongodb') context.skip('the server of MONGODB_TEST_URL is not ours to kill');
    const acknowledged: string[] = [];
    let faults = 0;
    const writer = async (prefix: string) => {
      for (let i = 0; faults < 8; i++) {
        const id = `${prefix}:${i}`;
        try {
          if (await store.aggregates.insert(makeAggregate(id))) acknowledged.push(id);
        } catch (cause) {
          expect(cause).toMatchObject({ name: 'Fault', retryable: true });
          faults++;
        }
      }
    };
    const writing = Promise.all(['a', 'b', 'c', 'd'].map(writer));
    // However slow the machine is: it is gone in the midst of writing.
    while (acknowledged.length <= 40) await new Promise((resolve) => setTimeout(resolve, 20));
    await server?.kill();
    await writing;
    const begun = Date.now();
    await expect(store.ping()).rejects.toBeInstanceOf(Fault);
    expect(Date.now() - begun).toBeLessThan(4_000);
    await server?.start();
    await store.ping();
    expect(acknowledged.length).toBeGreaterThan(40);
    const found = await store.aggregates.loadMany(acknowledged);
    expect(found.map(({ _id }) => _id)).toEqual(acknowledged);
  });
});
