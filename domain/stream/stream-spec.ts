import type { AggregateIndex } from './aggregate.ts';
import type { OpenedEvent, StreamKind } from './event.ts';

/** One kind of stream: how its state folds from events and what of it is indexed. Pure. */
export interface StreamSpec<S> {
  readonly kind: StreamKind;
  /** The state before the first event. */
  readonly initial: S;
  evolve(state: S, event: OpenedEvent): S;
  /** `id` is the aggregate's id. */
  indexOf(state: S, id: string): AggregateIndex;
}
