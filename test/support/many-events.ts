import { sealValue } from '../../domain/hash/seal-value.ts';
import { chainEvent } from '../../domain/ledger/chain-event.ts';
import type { LogRow } from '../../server/ports/log.ts';
import type { Store } from '../../server/ports/store.ts';
import { makeEvent } from './make-log-row.ts';

const atOnce = 1_000;
const eachStream = 20;

/** Adds this many rightly chained events to the end of the log, 20 of each of as many streams as that takes. */
export async function fillLog(store: Store, count: number): Promise<void> {
  let head = '';
  for (let made = 0; made < count; ) {
    // Asked for each time: the product may write events of its own in between.
    let position = await store.log.end('decided');
    const rows: LogRow[] = [];
    for (; rows.length < atOnce && made < count; made += 1) {
      const seq = (made % eachStream) + 1;
      const { event, sealed } = makeEvent(`chained-${Math.floor(made / eachStream)}`, seq);
      const seals = Object.entries(sealed).map(([name, { salt, value }]) => [name, sealValue(salt, value)]);
      const honest = { ...event, seals: Object.fromEntries(seals) };
      const row = chainEvent(honest, seq === 1 ? '' : head, sealed);
      head = row.hash;
      position += 1;
      rows.push({ ...row, position, lists: ['all', 'kind:submitted'] });
    }
    await store.log.append(rows);
  }
}
