import type { Aggregate } from '../../domain/stream/aggregate.ts';
import type { Effect } from '../../domain/stream/effect.ts';
import type { Bell, Ring } from '../ports/bell.ts';

/** Who hears of a commit in this process. */
export interface CommitListeners {
  /** Present in a process with workers. */
  readonly runner?: { claimed(doc: Aggregate, effect: Effect): void };
  readonly sequencer: { owe(id: string): void };
  readonly bell: Bell;
  readonly now: () => number;
  /** Projects at once what a person may look at next; must not throw. */
  readonly project: (doc: Aggregate) => void;
}

/** `new`: armed by this write; `running`: the same arm under a new claim; `old`: as it was. */
function noveltyOf(effect: Effect, earlier: Effect | undefined): 'new' | 'running' | 'old' {
  if (earlier === undefined || earlier.arms !== effect.arms) return 'new';
  return earlier.token === effect.token ? 'old' : 'running';
}

/** What follows an acknowledged write: run what this process leased with it, ring for the rest, project, owe the log. */
export function commitHook(
  listeners: CommitListeners,
): (after: Aggregate, before: Aggregate | undefined) => void {
  return (after, before) => {
    const now = listeners.now();
    const fresh = after.effects.filter(
      (effect) =>
        !effect.quarantined &&
        noveltyOf(
          effect,
          before?.effects.find((other) => other.id === effect.id),
        ) === 'new',
    );
    // A new arm under a valid lease was leased in the very write that made it: it is this process's to run.
    for (const effect of fresh) if (effect.leaseUntil > now) listeners.runner?.claimed(after, effect);
    const rings: Ring[] = fresh
      .filter((effect) => effect.leaseUntil <= now)
      .map((effect) => ({
        aggregateId: after._id,
        effectId: effect.id,
        arms: effect.arms,
        dueAt: effect.dueAt,
      }));
    if (rings.length > 0) listeners.bell.ring(rings);
    if (after.logged < after.seq) {
      listeners.project(after);
      listeners.sequencer.owe(after._id);
    }
  };
}
