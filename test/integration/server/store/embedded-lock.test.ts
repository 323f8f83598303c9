import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEmbeddedStore } from '../../../../server/store/embedded/open-embedded-store.ts';

const writerPath = join(import.meta.dirname, '../../../support/store-writer.ts');

/** A process that has the store of the directory open. */
async function startHolder(directory: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', writerPath, directory, 'holder'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  child.stdout.resume();
  return child;
}

describe('the lock of a data directory', () => {
  let directory: string;
  const children: ChildProcess[] = [];
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'signalbox-lock-'));
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await rm(directory, { recursive: true, force: true });
  });

  it('refuses a second process and names the first by its pid', async () => {
    const holder = await startHolder(directory);
    children.push(holder);
    await expect(openEmbeddedStore({ directory })).rejects.toMatchObject({
      name: 'Fault',
      code: 'STORE_LOCKED',
      retryable: false,
      message: expect.stringContaining(`process ${holder.pid}`),
    });
  });

  it('refuses a second opening in the same process until the first is closed', async () => {
    const store = await openEmbeddedStore({ directory });
    await expect(openEmbeddedStore({ directory })).rejects.toMatchObject({ code: 'STORE_LOCKED' });
    await store.close();
    await store.close();
    const again = await openEmbeddedStore({ directory });
    await again.close();
  });

  it('takes over the lock of a process that was killed', async () => {
    const holder = await startHolder(directory);
    const ended = new Promise((resolve) => holder.once('exit', resolve));
    holder.kill('SIGKILL');
    await ended;
    const store = await openEmbeddedStore({ directory });
    expect(JSON.parse(readFileSync(join(directory, 'lock'), 'utf8')).pid).toBe(process.pid);
    await store.close();
  });

  it.each([
    ['has our own pid, as after a restart in a container', process.pid],
    ['has the pid of a process that began later', 1],
  ])('takes over a lock whose holder %s', async (_, pid) => {
    await writeFile(join(directory, 'lock'), JSON.stringify({ pid, begun: '1' }));
    const store = await openEmbeddedStore({ directory });
    await store.close();
  });

  it('goes to exactly one of many who find a stale lock at once', async () => {
    await writeFile(join(directory, 'lock'), JSON.stringify({ pid: 2 ** 22 + 1, begun: '1' }));
    const opened = await Promise.allSettled(
      Array.from({ length: 10 }, () => openEmbeddedStore({ directory })),
    );
    const stores = opened.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(stores).toHaveLength(1);
    await stores[0]?.close();
  });
});
