import type { LiveNotice } from '../../ports/bell.ts';
import { CaseReaders } from '../../use-cases/live/case-readers.ts';
import type { HttpParts } from '../http-parts.ts';

/** Beyond this many events behind, a page loads anew instead of catching up. */
export const catchUpLimit = 1_000;
const page = 200;

/** Where a stream writes, and who reads it. */
export interface LiveOutlet {
  /** The tokens of whoever reads. */
  readonly tokens: readonly string[];
  readonly write: (text: string) => void;
}

/** One open live stream: tells of cases that moved, each position once, in order. */
export class LiveStream {
  readonly #parts: Pick<HttpParts, 'deps' | 'live'>;
  readonly #outlet: LiveOutlet;
  readonly #tokens: ReadonlySet<string>;
  readonly #readers: CaseReaders;
  readonly #leave: () => void;
  #waiting: LiveNotice[] | undefined = [];
  #position = 0;

  constructor(parts: Pick<HttpParts, 'deps' | 'live'>, outlet: LiveOutlet) {
    this.#parts = parts;
    this.#outlet = outlet;
    this.#tokens = new Set(outlet.tokens);
    this.#readers = new CaseReaders(parts.deps.store.log);
    // Notices that come while the stream catches up wait for their turn.
    this.#leave = parts.live.subscribe((notice) => {
      if (this.#waiting === undefined) this.#tell(notice);
      else this.#waiting.push(notice);
    });
  }

  /** Begins behind `after`, or at the end of the log when nobody was here before. */
  async begin(after: number | null): Promise<void> {
    const end = await this.#parts.deps.store.log.end();
    const behind = after === null ? 0 : end - after;
    this.#position = after === null || behind < 0 || behind > catchUpLimit ? end : after;
    if (behind > catchUpLimit || behind < 0) this.#send('reload', end);
    else this.#send('ready', this.#position);
    await this.catchUp();
  }

  /** Reads what the log has and was not told of, so that a lost notice costs no more than a heart-beat. */
  async catchUp(): Promise<void> {
    this.#waiting ??= [];
    for (;;) {
      const rows = await this.#parts.deps.store.log.read(this.#position, page);
      for (const row of rows) {
        const notice = await this.#readers.noticeOf(row);
        if (notice !== undefined) this.#tell(notice);
        this.#position = Math.max(this.#position, row.position);
      }
      if (rows.length < page) break;
    }
    const waiting = this.#waiting;
    this.#waiting = undefined;
    for (const notice of waiting) this.#tell(notice);
  }

  /** Tells the page to load anew, since what it may see has changed. */
  reload(): void {
    this.#send('reload', this.#position);
  }

  close(): void {
    this.#leave();
  }

  #tell({ position, caseId, rev, tokens }: LiveNotice): void {
    if (position <= this.#position) return;
    this.#position = position;
    if (!tokens.some((token) => this.#tokens.has(token))) return;
    this.#outlet.write(`id: ${position}\ndata: ${JSON.stringify({ position, caseId, rev })}\n\n`);
  }

  #send(event: 'ready' | 'reload', position: number): void {
    this.#outlet.write(`id: ${position}\nevent: ${event}\ndata: {"position":${position}}\n\n`);
  }
}
