import type { Hasher } from './hasher.ts';
import type { ReadRow } from './read-row.ts';
import type { Problem } from './verify-report.ts';

/** What is known of one stream: its last event. */
interface Head {
  readonly seq: number;
  readonly hash: string;
  readonly at: number;
}

const beforeFirst: Head = { seq: 0, hash: '', at: Number.NEGATIVE_INFINITY };

/** The last event of every stream met so far: the only thing that grows with the log while it is verified. */
export class StreamHeads {
  readonly #heads = new Map<string, Head>();
  readonly #gapsAllowed: boolean;
  readonly #hasher: Hasher;

  constructor(gapsAllowed: boolean, hasher: Hasher) {
    this.#gapsAllowed = gapsAllowed;
    this.#hasher = hasher;
  }

  get size(): number {
    return this.#heads.size;
  }

  /** What is wrong with this row as the next of its stream, which it becomes unless it stands there already. */
  next(read: ReadRow): Problem[] {
    const { row } = read;
    const head = this.#heads.get(row.stream) ?? beforeFirst;
    if (row.seq <= head.seq) return [secondTime(read, head)];
    this.#heads.set(row.stream, { seq: row.seq, hash: row.hash, at: row.event.at });
    const problems = row.seq === head.seq + 1 ? this.#link(read, head.hash) : this.#jump(read, head);
    if (row.event.at < head.at) {
      problems.push({
        code: 'time',
        message: 'the time is before that of the event before it in its stream',
      });
    }
    return problems;
  }

  #link(read: ReadRow, previous: string): Problem[] {
    const claimed = read.row.previous ?? previous;
    const hash = this.#hasher.hex(`{"event":${read.eventText},"previous":"${previous}"}`);
    if (claimed === previous && hash === read.row.hash) return [];
    return [
      { code: 'chain', message: 'the hash does not fit this event and the one before it in its stream' },
    ];
  }

  #jump(read: ReadRow, head: Head): Problem[] {
    const { stream, seq, previous } = read.row;
    if (this.#gapsAllowed) return previous === undefined ? [] : this.#link(read, previous);
    const missing = seq === head.seq + 2 ? `event ${head.seq + 1}` : `events ${head.seq + 1} to ${seq - 1}`;
    return [{ code: 'stream-gap', message: `${missing} of stream ${stream} missing` }];
  }
}

function secondTime({ row }: ReadRow, head: Head): Problem {
  const again = `event ${row.seq} of stream ${row.stream}`;
  return row.seq === head.seq && row.hash === head.hash
    ? { code: 'stream-repeat', message: `${again} stands here a second time` }
    : {
        code: 'stream-fork',
        message: `${again} stands here again, the stream being at ${head.seq}: it has forked`,
      };
}
