import type { NewEffect } from './effect.ts';
import type { NewEvent } from './event.ts';

/** What a command leads to: facts that happened and work that is owed. A refusal is thrown instead. */
export interface Decision {
  readonly events: readonly NewEvent[];
  readonly effects?: readonly NewEffect[];
  /** Keys of pending effects that are no longer owed. */
  readonly cancel?: readonly string[];
}

/** A decision that changes nothing. */
export const nothingDecided: Decision = { events: [] };
