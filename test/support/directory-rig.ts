import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DirectoryKindName } from '../../domain/stream/directory/directory-object.ts';
import { objectOf } from '../../domain/stream/directory-objects.ts';
import type { Actor } from '../../domain/stream/event.ts';
import type { Clock } from '../../server/ports/clock.ts';
import type { Store } from '../../server/ports/store.ts';
import { openEmbeddedStore } from '../../server/store/embedded/open-embedded-store.ts';
import type { CommandDeps } from '../../server/use-cases/command/deps.ts';
import type { DirectoryCall } from '../../server/use-cases/directory/directory-call.ts';
import { createDirectoryReader } from '../../server/use-cases/directory/directory-reader.ts';
import { createObject, patchObject } from '../../server/use-cases/directory/write-object.ts';

/** An embedded store in a directory of its own, which goes when it is closed. */
async function openTemporary(clock: Clock): Promise<Store> {
  const directory = await mkdtemp(join(tmpdir(), 'directory-'));
  const store = await openEmbeddedStore({ directory, clock });
  return {
    ...store,
    close: async () => {
      await store.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** A store of its own (embedded by default), a clock to be set, and the directory's commands at hand. */
export async function directoryRig(open: (clock: Clock) => Promise<Store> = openTemporary) {
  const time = { now: Date.UTC(2026, 0, 5, 9) };
  const clock = { now: () => time.now };
  const store = await open(clock);
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
    close: () => store.close(),
  };
}

export type DirectoryRig = Awaited<ReturnType<typeof directoryRig>>;
