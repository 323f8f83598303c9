import type { Json } from '../hash/canonical-json.ts';
import type { CandidateEntry, DecisionRecord, StageEntry } from './decision-record.ts';
import { type FactChange, nearestChange } from './nearest-change.ts';
import type { RemovalReason } from './removal.ts';
import { type Standing, standingOf } from './standing.ts';
import { targetKey } from './target-key.ts';

/** The smallest difference that would have changed the outcome for somebody. */
type Change =
  /** There is none: the person was picked, or must not have the case. */
  | { readonly kind: 'none' }
  /** What left the person out would have to be different, and, if that is not enough, the rank as well. */
  | { readonly kind: 'removal'; readonly values: { readonly [name: string]: Json }; readonly and?: Standing }
  /** The rank would have to be different. */
  | { readonly kind: 'rank'; readonly standing: Standing }
  /** A rule would have to be true that was not; without a trace the facts are not known. */
  | { readonly kind: 'rule_true'; readonly rule: string; readonly facts: readonly FactChange[] }
  /** What decided would have to be false. */
  | { readonly kind: 'rule_false'; readonly rule: string; readonly facts: readonly FactChange[] }
  /** The person would have to belong to what the case went to. */
  | { readonly kind: 'member'; readonly of: string };

/** Why a case did not go to somebody, and what would have changed that. */
export interface WhyNot {
  readonly reason:
    | 'picked'
    | RemovalReason
    | 'outranked'
    | 'open_to_the_team'
    | 'stopped_before_rules'
    | 'rule_not_true'
    | 'rule_not_reached'
    | 'not_a_member';
  /** The id of the rule, suppression or screen it is about, or `default`. */
  readonly at: string;
  readonly smallestChange: Change;
}

/** Reads from a record, and nothing else, why a case did not go to a person; it never asks today's configuration. */
export function whyNot(record: DecisionRecord, person: string): WhyNot {
  const { decision, candidates } = record;
  if (decision.person === person)
    return { reason: 'picked', at: decision.by, smallestChange: { kind: 'none' } };
  const considered = candidates.filter((entry) => entry.person === person);
  const left = considered.find((entry) => entry.removedBy === null);
  if (left !== undefined) {
    const standing = standingOf(record, left) ?? { reason: 'lost_tie' };
    return { reason: 'outranked', at: left.rule, smallestChange: { kind: 'rank', standing } };
  }
  const [first] = considered;
  return first === undefined ? neverConsidered(record, person) : removed(record, first);
}

function removed(record: DecisionRecord, entry: CandidateEntry): WhyNot {
  const reason = entry.removedBy ?? 'inactive';
  const at = entry.rule;
  if (reason === 'not_permitted') return { reason, at, smallestChange: { kind: 'none' } };
  const standing = standingOf(record, entry);
  const change: Change = { kind: 'removal', values: neededFor(entry) };
  return { reason, at, smallestChange: standing === undefined ? change : { ...change, and: standing } };
}

/** The values that removed somebody; of capacity, by how many cases there were too many. */
function neededFor({ removedBy, values }: CandidateEntry): { readonly [name: string]: Json } {
  const { open, capacity } = values;
  if (removedBy !== 'at_capacity' || typeof open !== 'number' || typeof capacity !== 'number') return values;
  return { ...values, fewer: Math.max(1, open - capacity + 1) };
}

function neverConsidered(record: DecisionRecord, person: string): WhyNot {
  const { decision, stages, reach } = record;
  const decisive = stages.find(({ stage, id }) => stage === decision.stage && id === decision.by);
  if (decision.stage === 'screen' || decision.stage === 'suppress') {
    const change = { kind: 'rule_false', rule: decision.by, facts: factsFor(decisive, false) } as const;
    return { reason: 'stopped_before_rules', at: decision.by, smallestChange: change };
  }
  const reaching = stages.filter(({ to }) => to !== undefined && reach[targetKey(to)]?.includes(person));
  const missed = reaching
    .filter(({ outcome }) => outcome === 'no' || outcome === 'unknown')
    .map((entry) => ({ rule: entry.id, facts: factsFor(entry, true) }))
    .sort((a, b) => a.facts.length - b.facts.length)[0];
  if (missed !== undefined) {
    return { reason: 'rule_not_true', at: missed.rule, smallestChange: { kind: 'rule_true', ...missed } };
  }
  const later = reaching.find(({ outcome }) => outcome === 'not_reached');
  if (later !== undefined) {
    const change = { kind: 'rule_false', rule: decision.by, facts: factsFor(decisive, false) } as const;
    return { reason: 'rule_not_reached', at: later.id, smallestChange: change };
  }
  if (decisive?.to !== undefined && reaching.includes(decisive)) {
    return { reason: 'open_to_the_team', at: decision.by, smallestChange: { kind: 'none' } };
  }
  const of = decisive?.to === undefined ? decision.by : targetKey(decisive.to);
  return { reason: 'not_a_member', at: decision.by, smallestChange: { kind: 'member', of } };
}

function factsFor(entry: StageEntry | undefined, wanted: boolean): readonly FactChange[] {
  return entry?.trace === undefined ? [] : (nearestChange(entry.trace, wanted) ?? []);
}
