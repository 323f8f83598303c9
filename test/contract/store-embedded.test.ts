import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore } from '../../server/store/embedded/open-embedded-store.ts';
import { type OpenedStore, storeContract } from './store-contract.ts';
import { visitsContract } from './visits-contract.ts';

async function open(): Promise<OpenedStore> {
  const directory = await mkdtemp(join(tmpdir(), 'signalbox-contract-'));
  const clock = { ms: Date.now() };
  const openAgain = () => openEmbeddedStore({ directory, clock: { now: () => clock.ms } });
  let store = await openAgain();
  return {
    store,
    clock,
    reopen: async () => {
      await store.close();
      store = await openAgain();
      return store;
    },
    close: async () => {
      await store.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

storeContract('the embedded store', open);
visitsContract(open, 10_000);
