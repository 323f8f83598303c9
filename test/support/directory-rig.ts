import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DirectoryKindName } from '../../domain/stream/directory/directory-object.ts';
import { objectOf } from '../../domain/stream/directory-objects.ts';
import type { Actor } from '../../domain/stream/event.ts';
import type { Store } from '../../server/ports/store.ts';
import { openEmbeddedStore } from '../../server/store/embedded/open-embedded-store.ts';
import type { CommandDeps } from '../../server/use-cases/command/deps.ts';
import type { DirectoryCall } from '../../server/use-cases/directory/directory-call.ts';
import { createDirectoryReader } from '../../server/use-cases/directory/directory-reader.ts';
import { createObject, patchObject } from '../../server/use-cases/directory/write-object.ts';

/** A store in a directory of its own, a clock to be set, and the directory's commands at hand. */
export async function directoryRig(start = Date.UTC(2026, 0, 5, 9)) {
  const directory = await mkdtemp(join(tmpdir(), 'directory-'));
  const time = { now: start };
  const clock = { now: () => time.now };
  const store: Store = await openEmbeddedStore({ directory, clock });
  const coherent = createDirectoryReader({ store, coherent: true });
  const direct = createDirectoryReader({ store, coherent: false });
  let count = 0;
  const number = (width: number): string => {
    count += 1;
    return String(count).padStart(width, '0');
  };
  const deps: CommandDeps = {
    store,
    clock,
    ids: {
      next: () => `id-${number(8)}`,
      salt: () => number(32),
    },
    claimMs: 0,
    committed: (after) => coherent.saw(after),
  };
  const admin: Actor = { kind: 'person', id: 'admin' };
  const call = (more: Partial<DirectoryCall> = {}): DirectoryCall => {
    return { actor: admin, command: { id: `c-${number(1)}`, body: 'b' }, ...more };
  };
  return {
    deps,
    store,
    time,
    coherent,
    direct,
    call,
    create: (kind: DirectoryKindName, id: string, fields: object) =>
      createObject(deps, objectOf(kind), call(), { id, fields }),
    patch: (kind: DirectoryKindName, id: string, fields: object) =>
      patchObject(deps, objectOf(kind), call(), { id, fields, reason: 'so it was decided' }),
    close: async () => {
      await store.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

export type DirectoryRig = Awaited<ReturnType<typeof directoryRig>>;
