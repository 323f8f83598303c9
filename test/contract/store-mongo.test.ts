import { MongoClient } from 'mongodb';
import { afterAll, beforeAll } from 'vitest';
import { openMongoStore } from '../../server/store/mongo/open-mongo-store.ts';
import { describeWithMongo, mongoKind, startMongoCompatible } from '../support/mongo-server.ts';
import type { RunningServer } from '../support/start-process.ts';
import { type OpenedStore, storeContract } from './store-contract.ts';
import { visitsContract } from './visits-contract.ts';

const kind = mongoKind() === 'mongodb' ? 'MongoDB' : 'a MongoDB-compatible server';

describeWithMongo(`the MongoDB store on ${kind}`, () => {
  let server: RunningServer | undefined;
  const databases: string[] = [];
  beforeAll(async () => {
    server = await startMongoCompatible();
  });
  afterAll(async () => {
    if (!server) return;
    const client = new MongoClient(server.url);
    for (const database of databases) await client.db(database).dropDatabase();
    await client.close();
    await server.stop();
  });

  const openOne = async (): Promise<OpenedStore> => {
    const database = `contract-${process.pid}-${Date.now()}-${databases.length}`;
    databases.push(database);
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
  };

  storeContract(kind, openOne);
  visitsContract(openOne, 300);
});
