import { type CommandStartedEvent, type Db, MongoClient } from 'mongodb';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import { MongoAggregates } from './mongo-aggregates.ts';
import { MongoBlobs } from './mongo-blobs.ts';
import { MongoCounters } from './mongo-counters.ts';
import { guarded } from './mongo-guard.ts';
import { MongoLeases } from './mongo-leases.ts';
import { MongoLog } from './mongo-log.ts';
import { MongoRecords } from './mongo-records.ts';
import { MongoWork } from './mongo-work.ts';
import { ReturnedDocuments } from './returned-documents.ts';

/** Which server and database (default: the one the URL names, else `signalbox`). */
export interface MongoOptions {
  readonly url: string;
  readonly database?: string;
  readonly clock?: Clock;
  /** Told every command sent, to see which index serves it. */
  readonly onCommand?: (event: CommandStartedEvent) => void;
}

const reachMs = 2_000;
const answerMs = 15_000;

/**
 * Opens the store on a MongoDB server and declares its indexes.
 * Writes are acknowledged by a majority and its journals; reads are those of the primary, majority-committed.
 * @throws Fault when the server cannot be reached within 2 s.
 */
export async function openMongoStore(options: MongoOptions): Promise<Store> {
  const client = new MongoClient(options.url, {
    writeConcern: { w: 'majority', journal: true },
    readConcern: { level: 'majority' },
    readPreference: 'primary',
    // An ambiguous write is read back by its id, never sent again blindly.
    retryWrites: false,
    serverSelectionTimeoutMS: reachMs,
    connectTimeoutMS: reachMs,
    socketTimeoutMS: answerMs,
    monitorCommands: options.onCommand !== undefined,
  });
  if (options.onCommand) client.on('commandStarted', options.onCommand);
  const named = new URL(options.url).pathname.slice(1);
  const db = client.db(options.database ?? (named === '' ? 'signalbox' : named));
  try {
    return await assemble(client, db, options.clock ?? { now: () => Date.now() });
  } catch (cause) {
    await client.close();
    throw cause;
  }
}

async function assemble(client: MongoClient, db: Db, clock: Clock): Promise<Store> {
  const visits = new ReturnedDocuments();
  const aggregates = new MongoAggregates(db, visits);
  const log = new MongoLog(db, visits);
  const blobs = new MongoBlobs(db, clock);
  const work = new MongoWork(db, visits);
  const records = new MongoRecords(db, visits);
  await guarded(() => client.connect());
  for (const part of [aggregates, log, blobs, work, records]) await guarded(() => part.createIndexes());
  return {
    engine: 'mongo',
    aggregates,
    log,
    blobs,
    work,
    records,
    counters: new MongoCounters(db),
    leases: new MongoLeases(db),
    visits,
    now: async () => {
      const hello = await guarded(() => db.admin().command({ hello: 1 }));
      return (hello['localTime'] as Date).getTime();
    },
    // Every write is answered once the server has it for good.
    flushed: async () => undefined,
    ping: async () => {
      await guarded(() => db.admin().command({ ping: 1 }, { timeoutMS: reachMs }));
    },
    close: () => client.close(),
  };
}
