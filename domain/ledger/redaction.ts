import type { ChainedEvent, StreamEvent } from '../stream/event.ts';

/** What is to be erased of one row: `LogStore.erase(position, names)`. */
export interface Erasure {
  readonly position: number;
  readonly stream: string;
  readonly seq: number;
  readonly names: readonly string[];
}

/** A row as the log holds it. */
export interface ErasableRow extends ChainedEvent {
  readonly position: number;
}

/** The people a request is from, as the event names them. */
export function requestersIn({ data }: StreamEvent): string[] {
  return [data['requester'], data['behalf']].filter((id) => typeof id === 'string');
}

/** Plans row by row, in ascending position, what to erase for one person. */
export class RedactionPlan {
  readonly #person: string;
  readonly #requestersIn: (event: StreamEvent) => readonly string[];
  /** Streams that are about the person: their own, and requests from them or on their behalf. */
  readonly #about: Set<string>;

  constructor(person: string, requesters: (event: StreamEvent) => readonly string[] = requestersIn) {
    this.#person = person;
    this.#requestersIn = requesters;
    this.#about = new Set([person, `person:${person}`]);
  }

  /** Every sealed value the person entered, and every one in a stream that is about them; undefined when there is none. */
  row({ position, event, sealed }: ErasableRow): Erasure | undefined {
    if (this.#requestersIn(event).includes(this.#person)) this.#about.add(event.stream);
    const entered = event.actor.kind === 'person' && event.actor.id === this.#person;
    const names = Object.keys(sealed).sort();
    if (names.length === 0 || !(entered || this.#about.has(event.stream))) return undefined;
    return { position, stream: event.stream, seq: event.seq, names };
  }
}

/** The plan over rows in ascending position. */
export function planRedaction(person: string, rows: Iterable<ErasableRow>): Erasure[] {
  const plan = new RedactionPlan(person);
  return [...rows].flatMap((row) => plan.row(row) ?? []);
}
