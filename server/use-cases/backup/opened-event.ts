import { openSeals } from '../../../domain/ledger/seal.ts';
import type { ChainedEvent, OpenedEvent } from '../../../domain/stream/event.ts';

/** An event as folds read it: with the values behind its seals, as far as they are there. */
export function openedEvent({ event, sealed }: ChainedEvent): OpenedEvent {
  const { kind, at, seq, actor, data } = event;
  return { kind, at, seq, actor, data, human: openSeals(event, sealed).human };
}
