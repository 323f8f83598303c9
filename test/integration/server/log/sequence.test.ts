import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Aggregate } from '../../../../domain/stream/aggregate.ts';
import { applyDecision, freshAggregate } from '../../../../domain/stream/apply-decision.ts';
import { type LoadState, loadStream } from '../../../../domain/stream/load/load-stream.ts';
import type { Store } from '../../../../server/ports/store.ts';
import { sequence } from '../../../../server/use-cases/log/sequence.ts';
import { type Interruption, interruptedStore } from '../../../support/interrupted-store.ts';
import { openTestStore } from '../../../support/open-store.ts';
import { aMonday } from '../../../support/product.ts';

let opened: Awaited<ReturnType<typeof openTestStore>>;
beforeEach(async () => {
  opened = await openTestStore();
});
afterEach(() => opened.close());

/** A stream with so many events the log has not seen; `said` tells two histories apart. */
function streamOf(id: string, events: number, said = ''): Aggregate<LoadState> {
  const kinds = ['stopped-accepting', 'accepted-again'];
  return applyDecision(
    loadStream,
    freshAggregate(loadStream, id),
    {
      events: Array.from({ length: events }, (_, i) => ({ kind: kinds[i % 2] ?? '', data: { said } })),
    },
    {
      now: aMonday,
      actor: { kind: 'system', id: 'test' },
      command: { id: `${id} ${said}`, body: '' },
      salt: () => 'salt',
    },
  );
}

async function insert(id: string, events: number): Promise<void> {
  await opened.store.aggregates.insert({ ...streamOf(id, events), _v: 1 });
}

/** Every row as `position stream seq`, and that every stream is marked as far as it is there. */
async function logged(ids: readonly string[]): Promise<string[]> {
  const docs = await opened.store.aggregates.loadMany(ids);
  expect(docs.map((doc) => doc.logged)).toEqual(docs.map((doc) => doc.seq));
  const rows = await opened.store.log.read(0, 100);
  return rows.map(({ position, event }) => `${position} ${event.stream} ${event.seq}`);
}

const between = (meanwhile: Interruption['meanwhile'], call = 'append'): Store =>
  interruptedStore(opened.store, { part: 'log', call, nth: 1, meanwhile });

it('builds a batch anew when another process was faster with other streams', async () => {
  await insert('load:a', 2);
  await insert('load:b', 1);
  const store = between(() => sequence(opened.store, ['load:b']));
  expect(await sequence(store, ['load:a'])).toEqual([]);
  expect(await logged(['load:a', 'load:b'])).toEqual(['1 load:b 1', '2 load:a 1', '3 load:a 2']);
});

it('leaves out of a batch what another process brought in meanwhile, and brings in the rest', async () => {
  await insert('load:a', 3);
  await insert('load:b', 2);
  const store = between(() => sequence(opened.store, ['load:a']));
  expect(await sequence(store, ['load:a', 'load:b'])).toEqual([]);
  const rows = ['1 load:a 1', '2 load:a 2', '3 load:a 3', '4 load:b 1', '5 load:b 2'];
  expect(await logged(['load:a', 'load:b'])).toEqual(rows);
});

it('goes on where a process died between the log and the mark', async () => {
  await insert('load:a', 2);
  const dying = interruptedStore(opened.store, {
    part: 'aggregates',
    call: 'replace',
    nth: 1,
    meanwhile: () => Promise.reject(new Error('killed')),
  });
  await expect(sequence(dying, ['load:a'])).rejects.toThrow('killed');
  expect((await opened.store.aggregates.load('load:a'))?.logged).toBe(0);
  expect(await sequence(opened.store, ['load:a'])).toEqual([]);
  expect(await logged(['load:a'])).toEqual(['1 load:a 1', '2 load:a 2']);
});

it('reports a stream whose history is another than the log’s, and logs the others', async () => {
  await insert('load:b', 1);
  const other = streamOf('load:a', 1, 'otherwise');
  await opened.store.log.append(other.tail.map((entry) => ({ ...entry, position: 1, lists: [] })));
  await insert('load:a', 2);
  const forks = await sequence(opened.store, ['load:a', 'load:b']);
  expect(forks).toMatchObject([{ stream: 'load:a', seq: 1, logged: other.head }]);
  expect((await opened.store.aggregates.load('load:a'))?.logged).toBe(0);
  expect(await logged(['load:b'])).toEqual(['1 load:a 1', '2 load:b 1']);
});
