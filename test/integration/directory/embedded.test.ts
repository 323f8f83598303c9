import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { openEmbeddedStore } from '../../../server/store/embedded/open-embedded-store.ts';
import { directoryRig } from '../../support/directory-rig.ts';
import { directorySuites } from './directory-suites.ts';

describe('the directory on the embedded store', () => {
  directorySuites(async () => {
    const directory = await mkdtemp(join(tmpdir(), 'directory-'));
    const rig = await directoryRig((clock) => openEmbeddedStore({ directory, clock }));
    return {
      ...rig,
      close: async () => {
        await rig.close();
        await rm(directory, { recursive: true, force: true });
      },
    };
  }, 60);
});
