import { MongoClient } from 'mongodb';
import { afterAll, beforeAll } from 'vitest';
import { openMongoStore } from '../../../server/store/mongo/open-mongo-store.ts';
import { directoryRig } from '../../support/directory-rig.ts';
import { describeWithMongo, mongoKind, startMongoCompatible } from '../../support/mongo-server.ts';
import type { RunningServer } from '../../support/start-process.ts';
import { directorySuites } from './directory-suites.ts';

const kind = mongoKind() === 'mongodb' ? 'MongoDB' : 'a MongoDB-compatible server';

describeWithMongo(`the directory on ${kind}`, () => {
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

  directorySuites(() => {
    const database = `directory-${process.pid}-${Date.now()}-${databases.length}`;
    databases.push(database);
    return directoryRig((clock) => openMongoStore({ url: server?.url ?? '', database, clock }));
  }, 10);
});
