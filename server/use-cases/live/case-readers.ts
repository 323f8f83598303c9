import { type CaseState, emptyCase } from '../../../domain/stream/case/case-state.ts';
import { evolveCase, uncountedKinds } from '../../../domain/stream/case/evolve-case.ts';
import { readersOf } from '../../../domain/stream/case/readers-of.ts';
import type { LiveNotice } from '../../ports/bell.ts';
import type { LogRow, LogStore } from '../../ports/log.ts';
import { openedEvent as opened } from '../backup/opened-event.ts';

/** Cases remembered, so that those that move often are not folded again. */
const remembered = 2_000;
const page = 200;

/** A case as the events up to a seq leave it. */
interface Folded {
  readonly seq: number;
  readonly rev: number;
  readonly state: CaseState;
}

function folded({ rev, state }: Folded, row: LogRow): Folded {
  const { seq, kind } = row.event;
  return { seq, rev: uncountedKinds.has(kind) ? rev : rev + 1, state: evolveCase(state, opened(row)) };
}

/** Works out of log rows who is to hear that a case moved: whoever could read it before or can after. */
export class CaseReaders {
  readonly #log: Pick<LogStore, 'stream'>;
  readonly #known = new Map<string, Folded>();

  constructor(log: Pick<LogStore, 'stream'>) {
    this.#log = log;
  }

  /** What live streams are told of a row; undefined when it is not about a case. */
  async noticeOf(row: LogRow): Promise<LiveNotice | undefined> {
    const { stream, seq } = row.event;
    if (stream.includes(':')) return undefined;
    const before = await this.#foldedTo(stream, seq - 1);
    const after = folded(before, row);
    this.#remember(stream, after);
    const tokens = new Set([...(seq === 1 ? [] : readersOf(before.state)), ...readersOf(after.state)]);
    return { position: row.position, caseId: stream, rev: after.rev, tokens: [...tokens] };
  }

  async #foldedTo(stream: string, seq: number): Promise<Folded> {
    const known = this.#known.get(stream);
    let at: Folded = known !== undefined && known.seq <= seq ? known : { seq: 0, rev: 0, state: emptyCase };
    while (at.seq < seq) {
      const rows = await this.#log.stream(stream, at.seq, Math.min(page, seq - at.seq));
      if (rows.length === 0) break;
      at = rows.reduce(folded, at);
    }
    return at;
  }

  #remember(stream: string, after: Folded): void {
    this.#known.delete(stream);
    this.#known.set(stream, after);
    const [oldest] = this.#known.keys();
    if (this.#known.size > remembered && oldest !== undefined) this.#known.delete(oldest);
  }
}
