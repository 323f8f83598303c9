import { open as openFile } from 'node:fs/promises';
import { type Database, open, type RootDatabase } from 'lmdb';
import { GroupCommit, type OnFatal } from './group-commit.ts';
import { IndexTable } from './index-table.ts';
import { KeyVisits } from './key-visits.ts';
import { Table } from './table.ts';
import { utf8Keys } from './utf8-keys.ts';

/** One LMDB environment and its tables. */
export class Environment {
  readonly visits = new KeyVisits();
  readonly #root: RootDatabase<string, string>;
  readonly #commits: GroupCommit;
  readonly #path: string;
  readonly #syncsOnClose: boolean;

  /** With `syncsOnClose` nothing is brought to the disk before `close`, which does so: a machine that stops before may leave nothing usable. */
  constructor(path: string, onFatal: OnFatal, syncsOnClose = false) {
    this.#root = open<string, string>({
      path,
      maxDbs: 32,
      encoding: 'string',
      separateFlushed: true,
      noSync: syncsOnClose,
    });
    this.#commits = new GroupCommit(onFatal);
    this.#path = path;
    this.#syncsOnClose = syncsOnClose;
  }

  /** Text by key. */
  table(name: string): Table<string> {
    return new Table(this.#texts(name), this.#commits, this.visits);
  }

  /** Bytes by key. */
  bytes(name: string): Table<Uint8Array> {
    const options = { encoding: 'binary' as const, keyEncoder: utf8Keys };
    const db: Database<Uint8Array, string> = this.#root.openDB(name, options);
    return new Table(db, this.#commits, this.visits);
  }

  /** Ordered keys. */
  index(name: string): IndexTable {
    return new IndexTable(this.#texts(name), this.#commits, this.visits);
  }

  /** @throws Fault when a commit failed. */
  check(): void {
    this.#commits.check();
  }

  /** Resolves when everything written so far is on disk. @throws Fault when a commit failed. */
  flushed(): Promise<void> {
    return this.#commits.flushed();
  }

  async close(): Promise<void> {
    await this.#commits.close();
    await this.#root.close();
    if (this.#syncsOnClose) await syncFile(this.#path);
  }

  #texts(name: string): Database<string, string> {
    const options = { encoding: 'string' as const, keyEncoder: utf8Keys };
    return this.#root.openDB<string, string>(name, options);
  }
}

async function syncFile(path: string): Promise<void> {
  const file = await openFile(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
