import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { DomainError } from '../../domain/error/domain-error.ts';

/** A file written line by line, which stands under its name only once it is whole. */
export interface LineFile {
  line(text: string): Promise<void>;
  /** Brings it to disk and under its name. */
  finish(): Promise<void>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

const gatherBytes = 256 * 1024;

/** Begins a new file (mode 0600). @throws DomainError CONFLICT when there is one of this name. */
export async function createLineFile(path: string): Promise<LineFile> {
  const draft = `${path}.part`;
  await requireFree(path);
  const file = await begin(draft);
  let gathered = '';
  const flush = async () => {
    const text = gathered;
    gathered = '';
    await file.appendFile(text);
  };
  return {
    async line(text) {
      gathered += `${text}\n`;
      if (gathered.length >= gatherBytes) await flush();
    },
    async finish() {
      await flush();
      await file.sync();
      await file.close();
      await requireFree(path);
      await rename(draft, path);
    },
    async discard() {
      await file.close();
      await rm(draft, { force: true });
    },
  };
}

async function requireFree(path: string): Promise<void> {
  const there = await open(path, 'r').catch(() => undefined);
  if (there === undefined) return;
  await there.close();
  throw new DomainError('CONFLICT', `${path} exists already. Name another file.`);
}

async function begin(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'w', 0o600);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new DomainError('VALIDATION_FAILED', `The file cannot be written: ${why}`);
  }
}
