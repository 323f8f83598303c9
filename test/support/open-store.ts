import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../server/ports/clock.ts';
import type { Store } from '../../server/ports/store.ts';
import { openEmbeddedStore } from '../../server/store/embedded/open-embedded-store.ts';

/** An embedded store in a directory of its own, removed with `close`. */
export async function openTestStore(clock?: Clock): Promise<{ store: Store; close: () => Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'signalbox-test-'));
  const store = await openEmbeddedStore({ directory, ...(clock === undefined ? {} : { clock }) });
  return {
    store,
    close: async () => {
      await store.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
