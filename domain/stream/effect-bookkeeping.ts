import type { Aggregate } from './aggregate.ts';
import type { Effect } from './effect.ts';
import { nextDueAt } from './next-due-at.ts';
import { withQuarantine } from './quarantine-list.ts';

function withEffects<S>(doc: Aggregate<S>, effects: readonly Effect[]): Aggregate<S> {
  const next = { ...doc, effects, index: withQuarantine(doc.index, effects) };
  return { ...next, nextDueAt: nextDueAt(next) };
}

const change = <S>(doc: Aggregate<S>, id: string, edit: (effect: Effect) => Effect): Aggregate<S> =>
  withEffects(
    doc,
    doc.effects.map((effect) => (effect.id === id ? edit(effect) : effect)),
  );

/**
 * Claims an effect until `until`: the token rises above every token this document ever gave, the attempt is counted before it runs.
 * Undefined when there is nothing to claim: gone, not due, quarantined, or somebody's lease is valid.
 */
export function claimEffect<S>(
  doc: Aggregate<S>,
  id: string,
  now: number,
  until: number,
): { doc: Aggregate<S>; effect: Effect } | undefined {
  const found = doc.effects.find((effect) => effect.id === id);
  if (found === undefined || found.quarantined || found.dueAt > now || found.leaseUntil > now)
    return undefined;
  const effect = {
    ...found,
    attempts: found.attempts + 1,
    token: Math.max(found.token, doc._v) + 1,
    leaseUntil: until,
  };
  return { doc: change(doc, id, () => effect), effect };
}

/** Whether the holder of `token` still owns the effect. */
export function holdsEffect(doc: Aggregate, id: string, token: number): boolean {
  return doc.effects.some((effect) => effect.id === id && effect.token === token && !effect.quarantined);
}

/** Removes an effect that is done; the document unchanged when the token is no longer the holder's. */
export function completeEffect<S>(doc: Aggregate<S>, id: string, token: number): Aggregate<S> {
  if (!holdsEffect(doc, id, token)) return doc;
  return withEffects(
    doc,
    doc.effects.filter((effect) => effect.id !== id),
  );
}

/** Puts an effect off until `dueAt` after a failed attempt, keeping token and attempts; `error` is what went wrong. */
export function retryEffect<S>(
  doc: Aggregate<S>,
  id: string,
  token: number,
  failure: { dueAt: number; error: string },
): Aggregate<S> {
  if (!holdsEffect(doc, id, token)) return doc;
  return change(doc, id, (effect) => ({
    ...effect,
    dueAt: failure.dueAt,
    leaseUntil: 0,
    arms: effect.arms + 1,
    error: failure.error,
  }));
}

/** Sets an effect aside for a person to look at; it owes nothing until it is redriven. */
export function quarantineEffect<S>(
  doc: Aggregate<S>,
  id: string,
  token: number,
  error: string,
): Aggregate<S> {
  if (!holdsEffect(doc, id, token)) return doc;
  return change(doc, id, (effect) => ({ ...effect, leaseUntil: 0, quarantined: true, error }));
}

/** Gives a quarantined effect another life: attempts start at 0, the token never does. */
export function redriveEffect<S>(doc: Aggregate<S>, id: string, now: number): Aggregate<S> {
  return change(doc, id, (effect) =>
    effect.quarantined
      ? { ...effect, attempts: 0, arms: effect.arms + 1, dueAt: now, quarantined: false, leaseUntil: 0 }
      : effect,
  );
}
