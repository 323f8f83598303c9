import { type Document, MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Store } from '../../../../server/ports/store.ts';
import { openMongoStore } from '../../../../server/store/mongo/open-mongo-store.ts';
import { makeAggregate } from '../../../support/make-aggregate.ts';
import { makeLogRow } from '../../../support/make-log-row.ts';
import { describeWithMongo, mongoKind, startMongoCompatible } from '../../../support/mongo-server.ts';
import type { RunningServer } from '../../../support/start-process.ts';

const after = { sort: 's5', id: 'doc:50' };
/** The compatible server reads ranges of `_id` and of one term's prefix without an index. */
const scannedByCompatible = ['a prefix', 'ids'];
const reads: readonly (readonly [string, string, (store: Store) => Promise<unknown>])[] = [
  ['a page of aggregates', 'range', ({ aggregates }) => aggregates.range('all', null, 10)],
  ['a page of aggregates behind a key', 'range', ({ aggregates }) => aggregates.range('all', after, 10)],
  ['what is due', 'due', ({ aggregates }) => aggregates.due(50, 10)],
  ['a term', 'terms', ({ aggregates }) => aggregates.byTerm('common', false, 10)],
  ['a prefix', 'terms', ({ aggregates }) => aggregates.countTerm('com', true, 10)],
  ['ids', '_id_', ({ aggregates }) => aggregates.ids('doc:50', 10)],
  ['many aggregates', '_id_', ({ aggregates }) => aggregates.loadMany(['doc:50', 'doc:51'])],
  ['the log forwards', 'position', ({ log }) => log.read(50, 10)],
  ['the end of the log', 'position', ({ log }) => log.end()],
  ['a page of the log', 'page', ({ log }) => log.page('all', 50, 10)],
  ['a stream', 'stream', ({ log }) => log.stream('doc:50', 0, 10)],
  ['a command', 'command', ({ log }) => log.command('doc:50', 'doc:50-1')],
  ['a page of work rows', 'range', ({ work }) => work.range('all', after, 10)],
  ['what is due first', 'dueRange', ({ work }) => work.range('all', after, 10, 'due')],
  ['a count of work rows', 'range or dueRange', ({ work }) => work.count('all', 10)],
  ['a page of records', 'range', ({ records }) => records.range('delivery', 'all', after, 10)],
  ['expired records', 'expiry', ({ records }) => records.expired('delivery', 50, 10)],
];

/** Every stage of a plan, from the top. */
function stages(plan: Document): Document[] {
  const below = [plan['inputStage'], ...(plan['inputStages'] ?? [])].filter(Boolean) as Document[];
  return [plan, ...below.flatMap(stages)];
}

/** The classic plan of an answer to `explain`; MongoDB nests it where it ran another engine. */
function winningPlan(explained: Document): Document {
  const plan = explained['queryPlanner'].winningPlan;
  return plan.queryPlan ?? plan;
}

describeWithMongo('indexes of the MongoDB store', () => {
  let server: RunningServer | undefined;
  let client: MongoClient;
  let store: Store;
  const database = `index-use-${process.pid}-${Date.now()}`;
  const sent: Document[] = [];

  beforeAll(async () => {
    server = await startMongoCompatible();
    const url = server?.url ?? '';
    client = new MongoClient(url);
    store = await openMongoStore({ url, database, onCommand: ({ command }) => sent.push(command) });
    for (let i = 0; i < 100; i++) {
      const _id = `doc:${i}`;
      const index = { lists: ['all'], sort: `s${i % 10}`, terms: ['common'] };
      await store.aggregates.insert(makeAggregate(_id, { nextDueAt: i, index }));
      await store.log.append([makeLogRow(i + 1, _id, 1)]);
      await store.records.insert('delivery', { _id, _v: 1, ...index, expiresAt: i, data: {} });
    }
  });
  afterAll(async () => {
    await store?.close();
    await client?.db(database).dropDatabase();
    await client?.close();
    await server?.stop();
  });

  const isScanned = ([what]: (typeof reads)[number]): boolean =>
    mongoKind() === 'compatible' && scannedByCompatible.includes(what);

  it.skip.for(reads.filter(isScanned))(
    'serves %s by index %s [SKIPPED: needs a real MongoDB, named by MONGODB_TEST_URL]',
    () => undefined,
  );

  it.for(reads.filter((one) => !isScanned(one)))('serves %s by index %s', async ([, index, read]) => {
    sent.length = 0;
    await read(store);
    const finds = sent.filter((command) => 'find' in command);
    expect(finds).toHaveLength(1);
    const { find, filter, sort, projection, limit } = finds[0] ?? {};
    const command = {
      find,
      filter,
      ...(sort && { sort }),
      ...(projection && { projection }),
      ...(limit && { limit }),
    };
    const explained = await client.db(database).command({ explain: command, verbosity: 'executionStats' });
    const plan = stages(winningPlan(explained));
    expect(plan.map(({ stage }) => stage)).not.toContain('COLLSCAN');
    const used = plan.find(({ stage }) => stage === 'IXSCAN')?.['indexName'];
    expect(index.split(' or ')).toContain(used ?? '_id_');
    if (mongoKind() === 'mongodb') {
      expect(plan.map(({ stage }) => stage)).not.toContain('SORT');
      expect(explained['executionStats'].totalKeysExamined).toBeLessThanOrEqual(32);
    }
  });

  it('asks with majority and the journal for every write, and with majority for every read', async () => {
    sent.length = 0;
    await store.aggregates.insert(makeAggregate('concern:1'));
    await store.aggregates.replace(makeAggregate('concern:1'));
    await store.log.append([makeLogRow(101, 'concern', 1)]);
    await store.counters.next('concern');
    await store.aggregates.load('concern:1');
    const writes = sent.filter(
      (command) => 'insert' in command || 'update' in command || 'findAndModify' in command,
    );
    expect(writes).toHaveLength(5);
    for (const command of writes) expect(command['writeConcern']).toMatchObject({ w: 'majority', j: true });
    const found = sent.filter((command) => 'find' in command);
    expect(found).toHaveLength(1);
    expect(found[0]?.['readConcern']).toMatchObject({ level: 'majority' });
    expect(sent.some((command) => 'txnNumber' in command)).toBe(false);
  });
});
