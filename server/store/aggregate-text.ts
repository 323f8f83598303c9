import type { Aggregate } from '../../domain/stream/aggregate.ts';
import type { ChainedEvent } from '../../domain/stream/event.ts';

/** Of entries of tails: a frozen one never changes again. */
const entryTexts = new WeakMap<ChainedEvent, string>();

/** The JSON text of an aggregate that is storable; events of its tail are written once for each object, however often they are carried along. */
export function aggregateText(doc: Aggregate): string {
  const { tail, ...rest } = doc;
  const entries: string[] = [];
  for (const entry of tail) entries.push(entryTexts.get(entry) ?? knowEntry(entry));
  return `{"tail":[${entries.join(',')}],${JSON.stringify(rest).slice(1)}`;
}

function knowEntry(entry: ChainedEvent): string {
  const text = JSON.stringify(entry);
  entryTexts.set(entry, text);
  return text;
}
