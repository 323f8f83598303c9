import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Fault } from '../../../domain/error/fault.ts';

/** Write-once files named by hash; a file is there whole and on disk, or not at all. */
export class BlobDirectory {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  async write(hash: string, bytes: Uint8Array): Promise<void> {
    const path = this.#path(hash);
    const draft = `${path}.${randomUUID()}.tmp`;
    await faulty('written', async () => {
      const made = await mkdir(dirname(path), { recursive: true });
      try {
        await writeSynced(draft, bytes);
        await rename(draft, path);
      } catch (cause) {
        await rm(draft, { force: true });
        throw cause;
      }
      await syncDirectory(dirname(path));
      if (made) await syncDirectory(this.#root);
      if (made) await syncDirectory(dirname(this.#root));
    });
  }

  async has(hash: string): Promise<boolean> {
    return access(this.#path(hash)).then(
      () => true,
      () => false,
    );
  }

  async read(hash: string): Promise<Uint8Array | undefined> {
    return faulty('read', async () => {
      try {
        return await readFile(this.#path(hash));
      } catch (cause) {
        if (isMissing(cause)) return undefined;
        throw cause;
      }
    });
  }

  async open(hash: string): Promise<AsyncIterable<Uint8Array> | undefined> {
    return (await this.has(hash)) ? createReadStream(this.#path(hash)) : undefined;
  }

  async delete(hash: string): Promise<void> {
    await faulty('deleted', () => rm(this.#path(hash), { force: true }));
  }

  #path(hash: string): string {
    return join(this.#root, hash.slice(0, 2), hash);
  }
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
}

async function faulty<T>(verb: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new Fault('BLOB_FAILED', `A file in the data directory could not be ${verb}`, { cause });
  }
}
