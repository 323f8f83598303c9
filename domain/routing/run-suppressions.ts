import { textIn } from '../form/text-schema.ts';
import type { CompiledSuppression } from './compile-chain.ts';
import type { StageEntry } from './decision-record.ts';
import { type Desk, ruleError, type StageDecision } from './desk.ts';
import { holdUntil, isInForce, isPast } from './hold-until.ts';
import type { Suppression } from './suppression-schema.ts';

/** Runs the suppressions in order; the first that holds or stops the case decides, the others only silence notices. */
export function runSuppressions(desk: Desk): StageDecision {
  for (const compiled of desk.chain.suppressions) {
    desk.reads = compiled.reads;
    const entry = entryOf(desk, compiled);
    if (entry.outcome === 'error') return ruleError(desk, entry);
    desk.stages.push(entry);
    if (entry.outcome !== 'yes') continue;
    if (entry.reviewLapsed) desk.lapsedReviews.push(entry.id);
    const decision = stopped(desk, compiled.item);
    if (decision !== undefined) return decision;
  }
  return undefined;
}

function entryOf(desk: Desk, { item, when, lasting }: CompiledSuppression): StageEntry {
  const { now, released, traced } = desk.subject;
  const head = { stage: 'suppress', id: item.id } as const;
  if (!isInForce(item, now, released)) return { ...head, outcome: 'expired' };
  const { value, ...evidence } = when.ask(desk.facts, traced);
  if (value === 'error' || value === 'unknown') {
    for (const key of evidence.missing ?? []) desk.missing.add(key);
    return { ...head, outcome: value, ...evidence };
  }
  if (!value) return { ...head, outcome: 'no', ...evidence };
  const ends = lasting.ask(desk.facts, traced);
  if (ends.value === 'error')
    return { ...head, outcome: 'error', ...(ends.error ? { error: ends.error } : {}) };
  // A hold whose end cannot be told goes on: only a condition that is false ends it.
  if (ends.value === false) return { ...head, outcome: 'no', ...evidence };
  const lapsed = isPast(item.reviewOn, now) ? ({ reviewLapsed: true } as const) : {};
  return { ...head, outcome: 'yes', ...evidence, ...lapsed };
}

function stopped(desk: Desk, item: Suppression): StageDecision {
  const at = { reason: textIn(item.reason, 'en'), stage: 'suppress', by: item.id } as const;
  if (item.action === 'do_not_notify') {
    desk.doNotNotify = true;
    return undefined;
  }
  if (item.action === 'do_not_route') return { terminal: 'suppressed', ...at };
  const hold = { until: holdUntil(item, desk.subject.now), owner: item.owner.role, reason: at.reason };
  return { terminal: 'held', hold, ...at };
}
