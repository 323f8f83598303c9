import { Fault } from '../../../domain/error/fault.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { Effect, NewEffect } from '../../../domain/stream/effect.ts';
import { nextDueAt } from '../../../domain/stream/next-due-at.ts';
import type { CommandDeps } from '../command/deps.ts';

/** The document with a new state and an effect armed, no event: bookkeeping that `rev` does not count. */
export function withBookkeeping<S>(doc: Aggregate<S>, state: S, arm?: NewEffect): Aggregate<S> {
  const next = { ...doc, state, effects: arm === undefined ? doc.effects : armed(doc, arm) };
  return { ...next, nextDueAt: nextDueAt(next) };
}

/**
 * The effects with this one owed at that time at the latest. One that is running stays its holder's: whatever it writes is written
 * under the `_v` of this document, so it sees this change; one that is due earlier stays as it is.
 */
function armed(doc: Aggregate, arm: NewEffect): readonly Effect[] {
  const before = doc.effects.find((effect) => effect.id === arm.key);
  if (before !== undefined && !before.quarantined && (before.leaseUntil > 0 || before.dueAt <= arm.dueAt))
    return doc.effects;
  const effect: Effect = {
    id: arm.key,
    kind: arm.kind,
    dueAt: arm.dueAt,
    payload: arm.payload ?? {},
    attempts: 0,
    arms: (before?.arms ?? 0) + 1,
    token: Math.max(before?.token ?? 0, doc._v) + 1,
    leaseUntil: 0,
    quarantined: false,
    error: null,
  };
  return [...doc.effects.filter((other) => other.id !== arm.key), effect];
}

/** Replaces (or, for a fresh document, inserts) and tells the commit hook, before the disk has it; undefined when somebody was faster. */
export async function store<S>(
  deps: CommandDeps,
  before: Aggregate<S> | undefined,
  next: Aggregate<S>,
): Promise<Aggregate<S> | undefined> {
  const fresh = next._v === 0;
  const won = fresh
    ? await deps.store.aggregates.insert({ ...next, _v: 1 }, 'decided')
    : await deps.store.aggregates.replace(next, 'decided');
  if (!won) return undefined;
  const stored = { ...next, _v: next._v + 1 };
  deps.committed(stored, before);
  return stored;
}

/** Repeats `attempt` until it answers; a lost race answers undefined. @throws Fault CONTENDED after 100 lost races. */
export async function untilWon<T>(what: string, attempt: () => Promise<T | undefined>): Promise<T> {
  for (let round = 0; round < 100; round += 1) {
    const won = await attempt();
    if (won !== undefined) return won;
  }
  throw new Fault('CONTENDED', `${what} changed too often`);
}
