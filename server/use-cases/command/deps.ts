import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { Clock, Ids } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';

/** What the command path stands on. */
export interface CommandDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  /** How long effects that are due at once are leased to this process as it commits, in ms; 0 in a process without workers. */
  readonly claimMs: number;
  /** Called after each acknowledged write, with the document before (undefined: new) and after; must not throw. */
  readonly committed: (after: Aggregate, before: Aggregate | undefined) => void;
}
