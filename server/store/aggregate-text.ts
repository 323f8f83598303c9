import type { Aggregate } from '../../domain/stream/aggregate.ts';
import type { ChainedEvent } from '../../domain/stream/event.ts';
import { storable } from './storable.ts';

/** The text of something checked and frozen, and whether it reads back as the very same value. */
export interface AggregateText {
  readonly text: string;
  readonly same: boolean;
}

/** Of entries of tails: a frozen one never changes again. */
const entryTexts = new WeakMap<ChainedEvent, AggregateText>();

/**
 * The JSON text of an aggregate, which it checks and freezes as `storable` does.
 * Events of the tail are written once for each object: a pool carries fifty of them through every write.
 */
export function aggregateText(doc: Aggregate): AggregateText {
  const { tail, ...rest } = doc;
  let same = storable(rest, '');
  const entries: string[] = [];
  for (const entry of tail) {
    const known = entryTexts.get(entry) ?? knowEntry(entry);
    same = known.same && same;
    entries.push(known.text);
  }
  Object.freeze(tail);
  Object.freeze(doc);
  return { text: `{"tail":[${entries.join(',')}],${JSON.stringify(rest).slice(1)}`, same };
}

function knowEntry(entry: ChainedEvent): AggregateText {
  const same = storable(entry, 'tail');
  const known = { text: JSON.stringify(entry), same };
  entryTexts.set(entry, known);
  return known;
}
