import { readCheckpoint, type SignedCheckpoint } from '../../../domain/ledger/checkpoint.ts';
import { logListsOf } from '../../../domain/ledger/log-lists.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import type { Sealed, StreamEvent } from '../../../domain/stream/event.ts';
import { nextDueAt } from '../../../domain/stream/next-due-at.ts';
import type { LogRow } from '../../ports/log.ts';
import type { Store } from '../../ports/store.ts';
import { keepCheckpoint, keepLastCheckpoint } from '../log/checkpoints.ts';
import { inCurrentForm } from '../upkeep/current-form.ts';
import type { AggregateLine, BlobLine, PartLine, RecordLine } from './backup-format.ts';
import { backupUnusable } from './backup-unusable.ts';
import { withOutsideHeld } from './held-outside.ts';
import { onlyUpto } from './only-upto.ts';
import { SlotsOfOwners } from './rebuild-loads.ts';

const rowsAtOnce = 500;
const writesAtOnce = 100;

/** Numbers of cases count from here. */
const firstNumber = 1_000;

/** A row of the export at the beginning of a backup. */
interface RowLine {
  readonly position: number;
  readonly event: StreamEvent;
  readonly hash: string;
  readonly sealed?: Sealed;
}

/** Writes the lines of a verified backup into an empty store. */
export class BackupLoader {
  readonly #store: Store;
  readonly #slots = new SlotsOfOwners();
  readonly #counters = new Map<string, number>();
  #rows: LogRow[] = [];
  #writes: Promise<unknown>[] = [];
  #parts: Buffer[] = [];
  #checkpoint: SignedCheckpoint | undefined;
  #inExport = true;
  #position = 0;

  constructor(store: Store) {
    this.#store = store;
  }

  async line(text: string): Promise<void> {
    const value = JSON.parse(text) as RowLine | PartLine | { readonly checkpoint: unknown };
    if (this.#inExport) {
      if ('backup' in value) {
        await this.#flushRows();
        this.#position = value.backup.position;
        this.#inExport = false;
      } else await this.#takeExport(value);
      return;
    }
    if ('aggregate' in value) this.#later(this.#takeAggregate(value));
    else if ('record' in value) this.#later(this.#takeRecord(value));
    else if ('blob' in value) await this.#takeBlob(value);
    if (this.#writes.length >= writesAtOnce) await this.#written();
  }

  /** Everything stands on disk, slots and counters included. */
  async end(): Promise<void> {
    await this.#written();
    await this.#slots.write(this.#store);
    for (const [name, value] of this.#counters) await this.#store.counters.raise(name, value);
    if (this.#checkpoint !== undefined) await keepLastCheckpoint(this.#store.records, this.#checkpoint);
  }

  async #takeExport(value: object): Promise<void> {
    if ('position' in value && 'event' in value) {
      const { position, event, hash, sealed = {} } = value as RowLine;
      this.#rows.push({ position, event, hash, sealed, lists: logListsOf(event) });
      if (this.#rows.length >= rowsAtOnce) await this.#flushRows();
    } else if ('checkpoint' in value) {
      const signed = readCheckpoint(value);
      if (signed === undefined) return;
      await keepCheckpoint(this.#store.records, signed);
      this.#checkpoint = signed;
    }
  }

  async #flushRows(): Promise<void> {
    const rows = this.#rows;
    this.#rows = [];
    if ((await this.#store.log.append(rows)) !== rows.length)
      throw backupUnusable('Something else writes to the store meanwhile.');
  }

  async #takeAggregate({ aggregate: written, between }: AggregateLine): Promise<void> {
    const aggregate = inCurrentForm(written);
    this.#slots.saw(aggregate);
    this.#count(aggregate);
    const tail = [...between, ...aggregate.tail];
    const first = tail[0]?.event.seq ?? aggregate.seq + 1;
    const rows = await this.#store.log.stream(aggregate._id, first - 1, Math.max(1, tail.length));
    const logged = rows.at(-1)?.event.seq ?? first - 1;
    const doc = withOutsideHeld({ ...onlyUpto(aggregate, this.#position), tail, logged });
    await this.#store.aggregates.reinstate({ ...doc, nextDueAt: nextDueAt(doc) });
  }

  #count(doc: Aggregate): void {
    if (doc.kind !== 'case') return;
    const { type, number } = doc.state as CaseState;
    const count = Number(number.slice(number.lastIndexOf('-') + 1)) - firstNumber;
    if (count > (this.#counters.get(type) ?? 0)) this.#counters.set(type, count);
  }

  async #takeRecord({ shelf, record }: RecordLine): Promise<void> {
    await this.#store.records.insert(shelf, { ...record, _v: 1 });
  }

  async #takeBlob({ blob, last, bytes }: BlobLine): Promise<void> {
    this.#parts.push(Buffer.from(bytes, 'base64'));
    if (!last) return;
    const whole = Buffer.concat(this.#parts);
    this.#parts = [];
    this.#later(this.#store.blobs.put(blob, whole));
  }

  #later(write: Promise<unknown>): void {
    // Awaited with the others; until then a failure must not count as unhandled.
    write.catch(() => undefined);
    this.#writes.push(write);
  }

  async #written(): Promise<void> {
    const writes = this.#writes;
    this.#writes = [];
    await Promise.all(writes);
  }
}
