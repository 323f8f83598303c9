import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../../server/ports/clock.ts';
import type { Store } from '../../../server/ports/store.ts';
import { openEmbeddedStore } from '../../../server/store/embedded/open-embedded-store.ts';
import { openMongoStore } from '../../../server/store/mongo/open-mongo-store.ts';

/** A place where a store's data lies between two lives of the product. */
export interface DataPlace {
  open(clock: Clock): Promise<Store>;
  /** A place of its own that begins with what lies here now; undefined where data cannot be copied. */
  copy?: () => Promise<DataPlace>;
  remove(): Promise<void>;
}

/** Memory that looks like a disk, where there is one: what is proven here is order, not the disk. */
const base = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** A data directory of the embedded engine. */
export async function embeddedPlace(): Promise<DataPlace> {
  return placeAt(await mkdtemp(join(base, 'signalbox-world-')));
}

function placeAt(directory: string): DataPlace {
  return {
    open: (clock) => openEmbeddedStore({ directory, clock }),
    copy: async () => {
      const other = await mkdtemp(join(base, 'signalbox-world-'));
      await cp(directory, other, { recursive: true });
      return placeAt(other);
    },
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}

let databases = 0;

/** A database of its own on a MongoDB-compatible server; its connection outlives the product's lives, as the server does. */
export function mongoPlace(url: string): DataPlace {
  databases += 1;
  const database = `world-${process.pid}-${databases}`;
  let opened: Promise<Store> | undefined;
  return {
    open: async (clock) => {
      opened ??= openMongoStore({ url, database, clock });
      return { ...(await opened), close: () => Promise.resolve() };
    },
    remove: async () => {
      await (await opened)?.close();
    },
  };
}
