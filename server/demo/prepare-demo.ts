import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../../domain/error/fault.ts';
import type { Config } from '../config/config.ts';
import { openEngine } from '../open-engine.ts';
import { openEmbeddedStore } from '../store/embedded/open-embedded-store.ts';
import { requireWholeStore } from '../use-cases/backup/restore-marker.ts';
import { type DemoParts, type SeededDemo, seedDemo } from './seed-demo.ts';

/** Lies in the data directory while a demo is being made there. */
const unfinishedFile = 'demo-unfinished';

/** How the demo is asked for; `making` is called before it is made, which takes some seconds. */
export interface DemoRequest extends Partial<Pick<DemoParts, 'now' | 'seed'>> {
  readonly making?: () => void;
  readonly failed: (what: string, error: unknown) => void;
}

/**
 * Finds or makes the demo where the configuration says, before the product opens there.
 * @throws Fault DEMO_UNFINISHED, DEMO_NOT_EMPTY, STORE_LOCKED.
 */
export async function prepareDemo(config: Config, request: DemoRequest): Promise<SeededDemo> {
  const directory = config.dataDir;
  await mkdir(directory, { recursive: true, mode: 0o700 });
  if (config.mongodbUrl === null && !existsSync(join(directory, 'store.mdb')))
    return inNewDirectory(directory, request);
  if (existsSync(join(directory, unfinishedFile))) throw unfinished(directory);
  const engine = await openEngine(config, { failed: request.failed });
  try {
    await requireWholeStore(engine.store);
    if ((await engine.store.log.end()) === 0) request.making?.();
    return await seedDemo({ ...partsOf(request), store: engine.store, directory });
  } finally {
    await engine.bell.close(0);
    await engine.close();
  }
}

/** A new directory is written without waiting for the disk at each step; a file says so until it is whole. */
async function inNewDirectory(directory: string, request: DemoRequest): Promise<SeededDemo> {
  const marker = join(directory, unfinishedFile);
  await writeFile(
    marker,
    'A demo is being made here. When nothing makes it any more, delete this directory.\n',
  );
  request.making?.();
  const store = await openEmbeddedStore({ directory, syncsOnClose: true });
  let made: SeededDemo;
  try {
    made = await seedDemo({ ...partsOf(request), store, directory });
  } finally {
    await store.close();
  }
  await rm(marker);
  return made;
}

const partsOf = ({ now = Date.now(), seed }: DemoRequest) => ({
  now,
  ...(seed === undefined ? {} : { seed }),
});

/** The refusal of a store whose demo was cut off. */
function unfinished(directory: string): Fault {
  return new Fault(
    'DEMO_UNFINISHED',
    `The demo in ${directory} was cut off while it was made. Delete that directory, then start again.`,
    { retryable: false },
  );
}
