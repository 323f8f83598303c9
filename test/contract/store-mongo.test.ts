import { afterAll, beforeAll } from 'vitest';
import { openMongoStore } from '../../server/store/mongo/open-mongo-store.ts';
import { describeWithMongo, mongoKind, startMongoCompatible } from '../support/mongo-server.ts';
import type { RunningServer } from '../support/start-process.ts';
import { type OpenedStore, storeContract } from './store-contract.ts';

const kind = mongoKind() === 'mongodb' ? 'MongoDB' : 'a MongoDB-compatible server';

describeWithMongo(`the MongoDB store on ${kind}`, () => {
  let server: RunningServer | undefined;
  let count = 0;
  beforeAll(async () => {
    server = await startMongoCompatible();
  });
  afterAll(async () => {
    await server?.stop();
  });

  storeContract(kind, async (): Promise<OpenedStore> => {
    const database = `contract-${process.pid}-${Date.now()}-${count++}`;
    const clock = { ms: Date.now() };
    const open = () => openMongoStore({ url: server?.url ?? '', database, clock: { now: () => clock.ms } });
    let store = await open();
    return {
      store,
      clock,
      reopen: async () => {
        await store.close();
        store = await open();
        return store;
      },
      close: () => store.close(),
    };
  });
});
