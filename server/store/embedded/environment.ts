import { type Database, open, type RootDatabase } from 'lmdb';
import { Fault } from '../../../domain/error/fault.ts';
import { IndexTable } from './index-table.ts';
import { KeyVisits } from './key-visits.ts';
import { Table } from './table.ts';
import type { Turn, Turns, Write } from './turn.ts';
import { utf8Keys } from './utf8-keys.ts';

/** Ends the process: a failed commit leaves memory ahead of the disk, so nothing may be answered any more. */
export type OnFatal = (cause: unknown) => void;

const stallCheckMs = 5_000;
const stallLimit = 12;

/** One LMDB environment, whose writes are grouped by event turn and acknowledged once on disk. */
export class Environment implements Turns {
  readonly visits = new KeyVisits();
  readonly #root: RootDatabase<string, string>;
  readonly #onFatal: OnFatal;
  readonly #watch: NodeJS.Timeout;
  #last: { write: Write; turn: Turn } | undefined;
  #open = new Set<Turn>();
  #stalledChecks = 0;
  #stuck: Turn | undefined;
  #failed: unknown;

  constructor(path: string, onFatal: OnFatal) {
    this.#onFatal = onFatal;
    this.#root = open<string, string>({ path, maxDbs: 32, encoding: 'string', separateFlushed: true });
    this.#watch = setInterval(() => this.#checkStall(), stallCheckMs).unref();
  }

  /** Text by key. */
  table(name: string): Table<string> {
    return new Table(this.#database(name), this, this.visits);
  }

  /** Bytes by key. */
  bytes(name: string): Table<Uint8Array> {
    const options = { encoding: 'binary' as const, keyEncoder: utf8Keys };
    return new Table(this.#root.openDB<Uint8Array, string>(name, options), this, this.visits);
  }

  /** Ordered keys. */
  index(name: string): IndexTable {
    return new IndexTable(this.#database(name), this, this.visits);
  }

  #database(name: string): Database<string, string> {
    const options = { encoding: 'string' as const, keyEncoder: utf8Keys };
    return this.#root.openDB<string, string>(name, options);
  }

  turnOf(write: Write): Turn {
    this.check();
    if (this.#last?.write === write) return this.#last.turn;
    const turn: Turn = { flushed: this.#settle(write, () => turn), settled: [] };
    // Whoever wrote awaits it; a turn nobody awaits must not end the process by itself.
    turn.flushed.catch(() => undefined);
    this.#open.add(turn);
    this.#last = { write, turn };
    return turn;
  }

  /** @throws Fault when a commit failed. */
  check(): void {
    if (this.#failed) throw this.#fault();
  }

  async flushed(): Promise<void> {
    this.check();
    await Promise.all([...this.#open].map((turn) => turn.flushed));
  }

  async close(): Promise<void> {
    clearInterval(this.#watch);
    if (!this.#failed) await this.flushed();
    await this.#root.close();
  }

  async #settle(write: Write, turnOf: () => Turn): Promise<void> {
    try {
      await write;
      await write.flushed;
    } catch (cause) {
      this.#fail(cause);
      throw this.#fault();
    }
    const turn = turnOf();
    this.#open.delete(turn);
    for (const settle of turn.settled) settle();
  }

  #fail(cause: unknown): void {
    if (this.#failed) return;
    this.#failed = cause ?? new Error('unknown');
    this.#onFatal(cause);
  }

  #fault(): Fault {
    return new Fault('STORE_FAILED', 'The data directory could not be written', { cause: this.#failed });
  }

  /** Counts checks, not time: a laptop that slept must not look like a disk that hangs. */
  #checkStall(): void {
    const [oldest] = this.#open;
    this.#stalledChecks = oldest && oldest === this.#stuck ? this.#stalledChecks + 1 : 0;
    this.#stuck = oldest;
    if (this.#stalledChecks >= stallLimit) this.#fail(new Error('A commit did not end within a minute'));
  }
}
