import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { ConnectionState } from '../../../domain/stream/connection/connection-stream.ts';

/**
 * A document as it is restored to a log that ends at `position`: places behind it mean other events from now on.
 * A connection goes back to it, and is told of what came after once more.
 */
export function onlyUpto(doc: Aggregate, position: number): Aggregate {
  if (doc.kind !== 'connection') return doc;
  const state = doc.state as ConnectionState;
  const followed = state.followed === null ? null : Math.min(state.followed, position);
  const effects = doc.effects.filter(({ payload }) => Number(payload['position'] ?? 0) <= position);
  return { ...doc, effects, state: { ...state, followed } };
}
