import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openEmbeddedStore } from '../../../../server/store/embedded/open-embedded-store.ts';

const writerPath = join(import.meta.dirname, '../../../support/full-disk-writer.ts');
const mountPoint = mkdtempSync(join(tmpdir(), 'signalbox-full-'));

/** A disk of 4 MB; undefined where this user may not mount one. */
function mountSmallDisk(): string | undefined {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', mountPoint], { stdio: 'ignore' });
    return mountPoint;
  } catch {
    return undefined;
  }
}

const disk = mountSmallDisk();
const title = 'the embedded store on a full disk';

describe.skipIf(!disk)(disk ? title : `${title} [SKIPPED: no right to mount a small disk]`, () => {
  afterAll(() => {
    execFileSync('umount', [mountPoint]);
    rmSync(mountPoint, { recursive: true, force: true });
  });

  it('ends the process with a line that says why, and keeps what it acknowledged', async () => {
    const directory = join(disk ?? '', 'data');
    mkdirSync(directory);
    const child = spawn(process.execPath, ['--import', 'tsx', writerPath, directory, 'full'], {
      stdio: 'pipe',
    });
    let said = '';
    let complained = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      complained += chunk.toString();
    });
    await new Promise((resolve) => child.once('close', resolve));
    expect(child.signalCode).toBe('SIGKILL');
    expect(complained).toContain('The data directory could not be written');
    const acknowledged = said.split('\n').flatMap((line) => (line.startsWith('ack ') ? [line.slice(4)] : []));
    expect(acknowledged.length).toBeGreaterThan(50);

    execFileSync('mount', ['-o', 'remount,size=16m', mountPoint]);
    const store = await openEmbeddedStore({ directory });
    const found = await store.aggregates.loadMany(acknowledged);
    expect(found.map(({ _id }) => _id)).toEqual(acknowledged);
    await store.close();
  });
});
