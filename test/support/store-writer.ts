import { createHash, randomBytes } from 'node:crypto';
import { openEmbeddedStore } from '../../server/store/embedded/open-embedded-store.ts';
import { makeAggregate } from './make-aggregate.ts';
import { makeLogRow } from './make-log-row.ts';

/**
 * A process of its own that writes to the embedded store until it is killed, and says on stdout, line by line,
 * what was acknowledged: `doc <id> <_v> <state>`, `log <position>`, `blob <hash>`, `count <n>`.
 * Arguments: the data directory, and a prefix for new ids.
 */
const [, , directory = '', prefix = ''] = process.argv;
const store = await openEmbeddedStore({ directory });
const say = (line: string) => process.stdout.write(`${line}\n`);
say('ready');

const pools = ['pool-a', 'pool-b'];
for (const pool of pools) await store.aggregates.insert(makeAggregate(pool, { state: 0 }));

async function writer(number: number): Promise<never> {
  for (let i = 0; ; i++) {
    const id = `${prefix}-${number}-${i}`;
    const lists = ['all', `writer:${number}`];
    await store.aggregates.insert(
      makeAggregate(id, { nextDueAt: i, index: { lists, sort: id, terms: [id] } }),
    );
    say(`doc ${id} 1 {}`);
    const pool = await store.aggregates.load<number>(pools[i % 2] ?? '');
    if (pool && (await store.aggregates.replace({ ...pool, state: pool.state + 1 }))) {
      say(`doc ${pool._id} ${pool._v + 1} ${pool.state + 1}`);
    }
    const bytes = randomBytes(i % 20 === 0 ? 100_000 : 500);
    const hash = createHash('sha256').update(bytes).digest('hex');
    await store.blobs.put(hash, bytes);
    say(`blob ${hash}`);
    say(`count ${await store.counters.next('kill')}`);
    const text = 'x'.repeat(i % 7 === 0 ? 30_000 : 300);
    await store.aggregates.replace(
      makeAggregate(id, { state: { text }, index: { lists: ['all'], sort: `later ${id}` } }),
    );
    say(`doc ${id} 2 ${JSON.stringify({ text })}`);
  }
}

async function sequencer(): Promise<never> {
  for (;;) {
    const end = await store.log.end();
    const rows = [1, 2, 3].map((n) => makeLogRow(end + n, `stream-${end + n}`, 1));
    await store.log.append(rows);
    for (const { position } of rows) say(`log ${position}`);
  }
}

await Promise.all([sequencer(), ...Array.from({ length: 8 }, (_, i) => writer(i))]);
