import type { Answered } from '../../ports/aggregates.ts';
import type { LogRow, LogStore } from '../../ports/log.ts';
import { checkedId, checkedName, orderedNumber } from '../index-key.ts';
import { storable } from '../storable.ts';
import type { Environment } from './environment.ts';
import type { IndexTable } from './index-table.ts';
import type { Table } from './table.ts';

/** Rows kept in memory: what is written in some seconds under load. */
const keptRows = 2_000;

/** The log in LMDB. What is read stands on disk: reads wait for appends under way. */
export class EmbeddedLog implements LogStore {
  readonly #rows: Table<string>;
  readonly #streams: Table<string>;
  readonly #lists: IndexTable;
  readonly #commands: IndexTable;
  /** The last rows as they were written, oldest first: those who follow the log ask for them at once. */
  readonly #latest = new Map<string, LogRow>();
  #end: number;

  constructor(environment: Environment) {
    this.#rows = environment.table('log');
    this.#streams = environment.table('log-by-stream');
    this.#lists = environment.index('log-by-list');
    this.#commands = environment.index('log-by-command');
    const [last] = this.#rows.keys('9999999999999999', '0', 1, true);
    this.#end = Number(last ?? 0);
  }

  async end(answered: Answered = 'on disk'): Promise<number> {
    if (answered === 'on disk') await this.#rows.settled();
    return this.#end;
  }

  async append(rows: readonly LogRow[], answered: Answered = 'on disk'): Promise<number> {
    // Everything is checked before the first write: a refused row must leave nothing half written.
    const entries = rows.map(logEntry);
    const duplicate = entries.findIndex((entry, i) => this.#isTaken(entry, entries.slice(0, i)));
    const fresh = duplicate < 0 ? entries : entries.slice(0, duplicate);
    const gap = fresh.findIndex(({ row }, i) => row.position !== this.#end + i + 1);
    if (gap >= 0) throw new Error(`Position ${fresh[gap]?.row.position} would leave a gap in the log`);
    let flushed: Promise<void> | undefined;
    for (const { row, text, same, lists, command, stream } of fresh) {
      this.#streams.put(stream, String(row.position)).catch(() => undefined);
      this.#lists.replace([], lists);
      this.#commands.replace([], [command]);
      const key = orderedNumber(row.position);
      flushed = this.#rows.put(key, text);
      if (same) this.#latest.set(key, row);
      this.#end = row.position;
    }
    for (const oldest of this.#latest.keys()) {
      if (this.#latest.size <= keptRows) break;
      this.#latest.delete(oldest);
    }
    if (answered === 'on disk') await flushed;
    return fresh.length;
  }

  async read(after: number, limit: number): Promise<LogRow[]> {
    await this.#rows.settled();
    const start = orderedNumber(after + 1);
    return this.#rows.keys(start, ':', limit).map((key) => this.#row(key));
  }

  async page(list: string, before: number | null, limit: number): Promise<LogRow[]> {
    await this.#rows.settled();
    const below = before === null ? Number.MAX_SAFE_INTEGER : before - 1;
    if (below < 1) return [];
    const start = `${checkedName(list)}\0${orderedNumber(below)}`;
    return this.#behind(this.#lists.keys(start, `${list}\0`, limit, true));
  }

  async stream(stream: string, afterSeq: number, limit: number): Promise<LogRow[]> {
    await this.#rows.settled();
    const start = `${checkedId(stream)}\0${orderedNumber(afterSeq + 1)}`;
    const keys = this.#streams.keys(start, `${stream}\u0001`, limit);
    return keys.map((key) => this.#row(orderedNumber(Number(this.#streams.get(key)))));
  }

  async command(stream: string, commandId: string): Promise<LogRow[]> {
    await this.#rows.settled();
    const prefix = `${checkedId(stream)}\0${checkedId(commandId)}`;
    return this.#behind(this.#commands.keys(`${prefix}\0`, `${prefix}\u0001`, Number.POSITIVE_INFINITY));
  }

  async erase(position: number, names: readonly string[]): Promise<void> {
    const key = orderedNumber(position);
    const text = this.#rows.get(key);
    if (text === undefined) return;
    const row = JSON.parse(text) as LogRow;
    const sealed = Object.fromEntries(Object.entries(row.sealed).filter(([name]) => !names.includes(name)));
    this.#latest.delete(key);
    await this.#rows.put(key, JSON.stringify({ ...row, sealed }));
  }

  #isTaken(entry: LogEntry, earlier: readonly LogEntry[]): boolean {
    if (entry.row.position <= this.#end || this.#streams.has(entry.stream)) return true;
    return earlier.some(
      (other) => other.stream === entry.stream || other.row.position === entry.row.position,
    );
  }

  /** Rows whose position ends the key. */
  #behind(keys: Iterable<string>): LogRow[] {
    return Array.from(keys, (key) => this.#row(key.slice(-16)));
  }

  #row(key: string): LogRow {
    const latest = this.#latest.get(key);
    if (latest !== undefined) return latest;
    const text = this.#rows.get(key);
    if (text === undefined) throw new Error(`The log has an index entry without a row: ${key}`);
    return JSON.parse(text) as LogRow;
  }
}

interface LogEntry {
  readonly row: LogRow;
  readonly text: string;
  /** The text reads back as the very row. */
  readonly same: boolean;
  readonly stream: string;
  readonly command: string;
  readonly lists: readonly string[];
}

function logEntry(row: LogRow): LogEntry {
  const same = storable(row);
  const position = orderedNumber(row.position);
  const { stream, seq, command } = row.event;
  const ordinal = orderedNumber(seq);
  return {
    row,
    same,
    text: JSON.stringify(row),
    stream: `${checkedId(stream)}\0${ordinal}`,
    command: `${stream}\0${checkedId(command.id)}\0${ordinal}\0${position}`,
    lists: row.lists.map((list) => `${checkedName(list)}\0${position}`),
  };
}
