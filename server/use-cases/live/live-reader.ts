import type { Live } from '../../ports/bell.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import { keepCursor } from '../upkeep/keep-cursor.ts';
import { CaseReaders } from './case-readers.ts';

/** What following the log for live streams stands on. */
export interface LiveReaderDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly live: Live;
  /** Names this process in the lease. */
  readonly holder: string;
}

const cursorId = 'live';
const page = 200;
const leaseMs = 5_000;
/** How often the place in the log is kept, in ms; after a change of holders so much is told twice. */
const keepMs = 1_000;
/** Whoever comes this far behind begins at the end: what is lost costs freshness only. */
const farBehind = 10_000;

/**
 * Follows the log and tells every live stream of cases that moved, in the order of the log; one process at a time, by lease.
 * `follow` answers whether more can be done at once.
 */
export function createLiveReader(deps: LiveReaderDeps): { follow(): Promise<boolean> } {
  const { store, clock, live, holder } = deps;
  const readers = new CaseReaders(store.log);
  let place: number | undefined;
  let keptAt = 0;
  const alone = async (): Promise<boolean> =>
    store.engine === 'embedded' || store.leases.hold('live', holder, clock.now(), leaseMs);
  return {
    async follow() {
      if (!(await alone())) {
        place = undefined;
        return false;
      }
      place ??= await beginning(store);
      const rows = await store.log.read(place, page);
      for (const row of rows) {
        const notice = await readers.noticeOf(row);
        if (notice !== undefined) live.publish(notice);
        place = row.position;
      }
      if (store.engine === 'mongo' && rows.length > 0 && clock.now() - keptAt >= keepMs) {
        keptAt = clock.now();
        await keep(store, place);
      }
      return rows.length === page;
    },
  };
}

/** In one process nothing was told before it began; among several the former holder's place is kept. */
async function beginning(store: Store): Promise<number> {
  const end = await store.log.end();
  const kept = await store.records.get('cursor', cursorId);
  const place = Number(kept?.data['position'] ?? end);
  return store.engine === 'embedded' || end - place > farBehind ? end : Math.min(place, end);
}

/** A lost race leaves the place of whoever holds the lease now. */
async function keep({ records }: Store, position: number): Promise<void> {
  await keepCursor(records, cursorId, await records.get('cursor', cursorId), { position });
}
