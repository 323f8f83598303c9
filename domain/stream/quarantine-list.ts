import type { AggregateIndex } from './aggregate.ts';
import type { Effect } from './effect.ts';

/** The list of everything that has an effect waiting for a person. */
export const quarantineList = 'quarantined';

/** The index with the document in the list of quarantined work exactly when one of its effects is set aside. */
export function withQuarantine(index: AggregateIndex, effects: readonly Effect[]): AggregateIndex {
  const waits = effects.some(({ quarantined }) => quarantined);
  if (waits === index.lists.includes(quarantineList)) return index;
  const others = index.lists.filter((list) => list !== quarantineList);
  return { ...index, lists: waits ? [...others, quarantineList] : others };
}
