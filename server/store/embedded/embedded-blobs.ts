import type { Answered } from '../../ports/aggregates.ts';
import type { BlobStore } from '../../ports/blobs.ts';
import type { Clock } from '../../ports/clock.ts';
import { checkBlob, checkedHash } from '../blob-hash.ts';
import type { BlobDirectory } from './blob-directory.ts';
import type { Environment } from './environment.ts';
import type { Table } from './table.ts';

/** Up to this many bytes a blob lies in the environment and reaches the disk with its turn. */
const smallBytes = 64 * 1024;

/** Blobs: small ones in LMDB, larger ones as files. A blob exists when its mark does. */
export class EmbeddedBlobs implements BlobStore {
  readonly #small: Table<Uint8Array>;
  /** Hash → epoch milliseconds of the last renewal. */
  readonly #marks: Table<string>;
  readonly #large: BlobDirectory;
  readonly #clock: Clock;
  /** Writes and deletions of files, one at a time for each hash. */
  readonly #files = new Map<string, Promise<unknown>>();

  constructor(environment: Environment, directory: BlobDirectory, clock: Clock) {
    this.#small = environment.bytes('blobs');
    this.#marks = environment.table('blob-marks');
    this.#large = directory;
    this.#clock = clock;
  }

  async put(hash: string, bytes: Uint8Array, answered: Answered = 'on disk'): Promise<void> {
    checkBlob(hash, bytes);
    if (bytes.length <= smallBytes) {
      // A copy: the caller may use its buffer again before the turn is written.
      if (!this.#small.has(hash)) this.#small.put(hash, Uint8Array.from(bytes)).catch(() => undefined);
      const marked = this.#mark(hash);
      if (answered === 'on disk') await marked;
      return;
    }
    await this.#alone(hash, async () => {
      if (!(await this.#large.has(hash))) await this.#large.write(hash, bytes);
      await this.#mark(hash);
    });
  }

  async get(hash: string): Promise<Uint8Array | undefined> {
    if (!this.#marks.has(checkedHash(hash))) return undefined;
    return this.#small.get(hash) ?? (await this.#large.read(hash));
  }

  async open(hash: string): Promise<AsyncIterable<Uint8Array> | undefined> {
    if (!this.#marks.has(checkedHash(hash))) return undefined;
    const small = this.#small.get(hash);
    return small ? once(small) : this.#large.open(hash);
  }

  async renew(hash: string): Promise<boolean> {
    if (!this.#marks.has(checkedHash(hash))) return false;
    await this.#mark(hash);
    return true;
  }

  async stale(before: number, after: string | null, limit: number): Promise<string[]> {
    const found: string[] = [];
    let start = after === null ? '0' : `${checkedHash(after)}\0`;
    while (found.length < limit) {
      const keys = this.#marks.keys(start, 'g', 1_000);
      found.push(...keys.filter((hash) => this.#renewedAt(hash) < before));
      const last = keys.at(-1);
      if (last === undefined) break;
      start = `${last}\0`;
    }
    return found.slice(0, limit);
  }

  async delete(hash: string, before: number): Promise<boolean> {
    checkedHash(hash);
    return this.#alone(hash, async () => {
      if (!(this.#renewedAt(hash) < before)) return false;
      const unmarked = this.#marks.remove(hash);
      if (this.#small.has(hash)) this.#small.remove(hash).catch(() => undefined);
      await unmarked;
      await this.#large.delete(hash);
      return true;
    });
  }

  /** Epoch milliseconds; not a number when there is no such blob, so that it is never before anything. */
  #renewedAt(hash: string): number {
    return Number(this.#marks.get(hash) ?? Number.NaN);
  }

  #mark(hash: string): Promise<void> {
    return this.#marks.put(hash, String(this.#clock.now()));
  }

  async #alone<T>(hash: string, work: () => Promise<T>): Promise<T> {
    const before = this.#files.get(hash) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.#files.set(hash, mine);
    try {
      return await mine;
    } finally {
      if (this.#files.get(hash) === mine) this.#files.delete(hash);
    }
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
