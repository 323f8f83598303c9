import type { Database } from 'lmdb';
import { Fault } from '../../../domain/error/fault.ts';
import type { Turn, Turns } from './turn.ts';

/** Ends the process: a failed commit leaves memory ahead of the disk, so nothing may be answered any more. */
export type OnFatal = (cause: unknown) => void;

/** What LMDB answers to a write: it resolves when committed, and `flushed` when on disk. */
interface Commit extends Promise<boolean> {
  readonly flushed?: Promise<unknown>;
}

/** A turn that still takes writes, or is on its way to the disk. */
interface OpenTurn extends Turn {
  /** By database and key: of several writes to one key only the last is carried out. */
  readonly writes: Map<object, Map<string, () => Commit>>;
  readonly resolve: () => void;
  readonly reject: (fault: Fault) => void;
}

/** One group syncs while the next is put into LMDB: with a third, turns gather instead of waiting in threads. */
const maxUnderWay = 2;
const stallCheckMs = 5_000;
const stallLimit = 12;

/**
 * Writes in groups: while groups are on their way to the disk, the next gathers whole event turns.
 * Fewer, larger transactions cost less than one for each turn, and are acknowledged no later.
 */
export class GroupCommit implements Turns {
  readonly #onFatal: OnFatal;
  readonly #watch: NodeJS.Timeout;
  #gathering: OpenTurn | undefined;
  readonly #writing = new Set<OpenTurn>();
  #failed: { readonly cause: unknown } | undefined;
  #stalledChecks = 0;
  #stuck: OpenTurn | undefined;

  constructor(onFatal: OnFatal) {
    this.#onFatal = onFatal;
    this.#watch = setInterval(() => this.#checkStall(), stallCheckMs).unref();
  }

  write<V>(db: Database<V, string>, key: string, value: () => V | undefined): Turn {
    this.check();
    if (!this.#gathering) {
      this.#gathering = openTurn();
      if (this.#writing.size < maxUnderWay) setImmediate(() => void this.#drain());
    }
    const { writes } = this.#gathering;
    const ofDatabase = writes.get(db) ?? new Map<string, () => Commit>();
    if (ofDatabase.size === 0) writes.set(db, ofDatabase);
    ofDatabase.set(key, () => {
      const written = value();
      return written === undefined ? db.remove(key) : db.put(key, written);
    });
    return this.#gathering;
  }

  async flushed(): Promise<void> {
    this.check();
    const turns = this.#gathering ? [...this.#writing, this.#gathering] : [...this.#writing];
    await Promise.all(turns.map((turn) => turn.flushed));
  }

  /** @throws Fault when a commit failed. */
  check(): void {
    if (this.#failed) throw fault(this.#failed.cause);
  }

  /** Waits for what is written and takes no more. */
  async close(): Promise<void> {
    clearInterval(this.#watch);
    if (!this.#failed) await this.flushed();
  }

  /** Writes group after group until nothing gathered while the last one was written. */
  async #drain(): Promise<void> {
    while (this.#gathering && this.#writing.size < maxUnderWay && !this.#failed) {
      const turn = this.#gathering;
      this.#gathering = undefined;
      this.#writing.add(turn);
      try {
        await commit(turn.writes);
      } catch (cause) {
        this.#fail(cause);
        return;
      }
      this.#writing.delete(turn);
      for (const settle of turn.settled) settle();
      turn.resolve();
    }
  }

  #fail(cause: unknown): void {
    if (this.#failed) return;
    this.#failed = { cause };
    this.#onFatal(cause);
    for (const turn of this.#writing) turn.reject(fault(cause));
    this.#gathering?.reject(fault(cause));
  }

  /** Counts checks, not time: a laptop that slept must not look like a disk that hangs. */
  #checkStall(): void {
    const [oldest] = this.#writing;
    this.#stalledChecks = oldest && oldest === this.#stuck ? this.#stalledChecks + 1 : 0;
    this.#stuck = oldest;
    if (this.#stalledChecks >= stallLimit) this.#fail(new Error('A commit did not end within a minute'));
  }
}

/** All writes in one event turn: LMDB commits those in one transaction. */
async function commit(writes: OpenTurn['writes']): Promise<void> {
  const commits = new Set<Commit>();
  for (const ofDatabase of writes.values()) for (const write of ofDatabase.values()) commits.add(write());
  for (const committed of commits) {
    await committed;
    await committed.flushed;
  }
}

function openTurn(): OpenTurn {
  let resolve = () => {};
  let reject: (fault: Fault) => void = () => {};
  const flushed = new Promise<void>((onFlushed, onFailed) => {
    resolve = onFlushed;
    reject = onFailed;
  });
  // Whoever wrote awaits it; a turn nobody awaits must not end the process by itself.
  flushed.catch(() => undefined);
  return { flushed, resolve, reject, writes: new Map(), settled: [] };
}

function fault(cause: unknown): Fault {
  return new Fault('STORE_FAILED', 'The data directory could not be written', { cause });
}
