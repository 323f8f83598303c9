import { openEmbeddedStore } from '../../server/store/embedded/open-embedded-store.ts';
import { makeAggregate } from './make-aggregate.ts';

/** A process of its own that writes until the disk takes no more; says `ack <id>` for what was acknowledged. */
const [, , directory = '', prefix = ''] = process.argv;
const store = await openEmbeddedStore({ directory });
for (let i = 0; i < 100_000; i++) {
  const id = `${prefix}-${i}`;
  await store.aggregates.insert(makeAggregate(id, { state: { text: 'x'.repeat(5_000) } }));
  process.stdout.write(`ack ${id}\n`);
}
