import type { Collection, Db, Filter, FindOptions } from 'mongodb';
import type { Sealed, StreamEvent } from '../../../domain/stream/event.ts';
import type { LogRow, LogStore } from '../../ports/log.ts';
import { checkedId, checkedName, orderedNumber } from '../index-key.ts';
import { storable } from '../storable.ts';
import { guarded, insertedBeforeDuplicate } from './mongo-guard.ts';
import type { ReturnedDocuments } from './returned-documents.ts';

/** A row beside what it is found by; event and sealed values are JSON text, so that hashes survive. */
interface LogDocument {
  /** The position. */
  readonly _id: number;
  /** Again, for an index of its own: not every compatible server reads ranges of `_id` by index. */
  readonly position: number;
  readonly _v: number;
  readonly stream: string;
  readonly seq: number;
  readonly command: string;
  readonly lists: readonly string[];
  readonly event: string;
  readonly hash: string;
  readonly sealed: string;
}

/** The log in MongoDB. */
export class MongoLog implements LogStore {
  readonly #rows: Collection<LogDocument>;
  readonly #returned: ReturnedDocuments;
  #end = 0;

  constructor(db: Db, returned: ReturnedDocuments) {
    this.#rows = db.collection('log');
    this.#returned = returned;
  }

  async createIndexes(): Promise<void> {
    await this.#rows.createIndexes([
      { key: { stream: 1, seq: 1 }, name: 'stream', unique: true },
      { key: { position: 1 }, name: 'position', unique: true },
      { key: { lists: 1, position: 1 }, name: 'page' },
      { key: { stream: 1, command: 1, seq: 1 }, name: 'command' },
    ]);
  }

  async end(): Promise<number> {
    // From the end last seen on: a server that sorts all matches before it cuts has few of them.
    const filter = { position: { $gte: this.#end } };
    const cursor = this.#rows.find(filter, { projection: { _id: 1 }, sort: { position: -1 }, limit: 1 });
    const [last] = await guarded(() => cursor.toArray());
    this.#end = Math.max(this.#end, last?._id ?? 0);
    return this.#end;
  }

  async append(rows: readonly LogRow[]): Promise<number> {
    if (rows.length === 0) return 0;
    const documents = rows.map(logDocument);
    const gap = rows.findIndex((row, i) => row.position !== (rows[0]?.position ?? 0) + i);
    if (gap >= 0) throw new Error(`Position ${rows[gap]?.position} would leave a gap in the log`);
    return insertedBeforeDuplicate(() => this.#rows.insertMany(documents, { ordered: true }));
  }

  async read(after: number, limit: number): Promise<LogRow[]> {
    return this.#find({ position: { $gt: after } }, { sort: { position: 1 }, limit });
  }

  async page(list: string, before: number | null, limit: number): Promise<LogRow[]> {
    const below = before === null ? {} : { position: { $lt: before } };
    return this.#find({ lists: checkedName(list), ...below }, { sort: { position: -1 }, limit });
  }

  async stream(stream: string, afterSeq: number, limit: number): Promise<LogRow[]> {
    return this.#find({ stream: checkedId(stream), seq: { $gt: afterSeq } }, { sort: { seq: 1 }, limit });
  }

  async command(stream: string, commandId: string): Promise<LogRow[]> {
    const filter = { stream: checkedId(stream), command: checkedId(commandId) };
    return this.#find(filter, { sort: { seq: 1 }, limit: Number.MAX_SAFE_INTEGER });
  }

  async erase(position: number, names: readonly string[]): Promise<void> {
    for (;;) {
      const found = await guarded(() => this.#rows.findOne({ _id: position }));
      if (!found) return;
      const { _id, _v } = found;
      const sealed = Object.entries(JSON.parse(found.sealed) as Sealed).filter(
        ([name]) => !names.includes(name),
      );
      const next = { ...found, _v: _v + 1, sealed: JSON.stringify(Object.fromEntries(sealed)) };
      const { matchedCount } = await guarded(() => this.#rows.replaceOne({ _id, _v }, next));
      if (matchedCount === 1) return;
    }
  }

  async #find(filter: Filter<LogDocument>, options: FindOptions & { limit: number }): Promise<LogRow[]> {
    if (options.limit <= 0) return [];
    const { limit, ...rest } = options;
    const cursor = this.#rows.find(filter, limit === Number.MAX_SAFE_INTEGER ? rest : options);
    const found = await guarded(() => cursor.toArray());
    this.#returned.count(found.length);
    return found.map(logRow);
  }
}

function logDocument(row: LogRow): LogDocument {
  storable(row);
  const { event, hash, sealed, position, lists } = row;
  orderedNumber(position);
  orderedNumber(event.seq);
  return {
    _id: position,
    position,
    _v: 1,
    stream: checkedId(event.stream),
    seq: event.seq,
    command: checkedId(event.command.id),
    lists: lists.map(checkedName),
    event: JSON.stringify(event),
    hash,
    sealed: JSON.stringify(sealed),
  };
}

function logRow(found: LogDocument): LogRow {
  const { _id, event, hash, sealed, lists } = found;
  return {
    event: JSON.parse(event) as StreamEvent,
    hash,
    sealed: JSON.parse(sealed) as Sealed,
    position: _id,
    lists,
  };
}
