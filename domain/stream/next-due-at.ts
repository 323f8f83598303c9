import type { Aggregate } from './aggregate.ts';

/** How long the committing process has, in ms, to bring events into the log before any sweeper helps. */
export const logGraceMs = 1_000;

/**
 * The earliest moment something is owed: an effect falls due or its lease runs out, or events wait for the log.
 * Null when nothing is owed; quarantined effects wait for a person and do not count.
 */
export function nextDueAt(doc: Pick<Aggregate, 'effects' | 'seq' | 'logged' | 'tail'>): number | null {
  let earliest: number | null = null;
  if (doc.logged < doc.seq) {
    const waiting = doc.tail.find((entry) => entry.event.seq === doc.logged + 1);
    earliest = (waiting?.event.at ?? 0) + logGraceMs;
  }
  for (const effect of doc.effects) {
    if (effect.quarantined) continue;
    const at = Math.max(effect.dueAt, effect.leaseUntil);
    if (earliest === null || at < earliest) earliest = at;
  }
  return earliest;
}
