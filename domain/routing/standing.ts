import { decisionKey } from './decision-key.ts';
import type { CandidateEntry, DecisionRecord } from './decision-record.ts';
import type { PoolView } from './directory.ts';
import { pickFromPool } from './pick-from-pool.ts';
import { oneItem } from './strategies/deficit-ledger.ts';
import type { Candidate, PickContext } from './strategies/strategy.ts';
import { targetKey } from './target-key.ts';

/** By how much somebody who could have had the case was outranked. */
export type Standing =
  /** So many items more of credit. */
  | { readonly reason: 'less_credit'; readonly items: number }
  /** So many open cases fewer. */
  | { readonly reason: 'more_load'; readonly fewer: number }
  /** Somebody met the needs more closely. */
  | { readonly reason: 'less_skill'; readonly skills: Readonly<Record<string, number>> }
  /** Another decision key or place in the pool's order would have told. */
  | { readonly reason: 'lost_tie' | 'later_in_order' | 'made_up_to_another' };

/**
 * How somebody would have fared among those who were left, had nothing removed the person; undefined when the pick would
 * have been theirs, or when there was no pick at that target. The pick is made again from the record alone.
 */
export function standingOf(record: DecisionRecord, entry: CandidateEntry): Standing | undefined {
  const rivals = rivalsOf(record, entry);
  const mine = candidateOf(record, entry);
  const all = [...rivals, mine];
  const pool = record.used.pools.find(({ id }) => targetKey(entry.target) === `pool:${id}`);
  if (rivals.length === 0) return undefined;
  if (pool === undefined || pool.strategy === 'least_loaded') return byLoad(record, rivals, mine);
  const pick = pickFromPool(pool, all, contextOf(record), record.now);
  if (pick.person === mine.person) return undefined;
  if (pick.makeUp) return { reason: 'made_up_to_another' };
  if (pool.strategy === 'ordered') return { reason: 'later_in_order' };
  return byCredit(pool, pick, mine);
}

function rivalsOf(record: DecisionRecord, entry: CandidateEntry): Candidate[] {
  return record.candidates
    .filter((other) => other.rule === entry.rule && targetKey(other.target) === targetKey(entry.target))
    .filter((other) => other.removedBy === null && other.person !== entry.person)
    .map((other) => candidateOf(record, other));
}

function candidateOf({ used }: DecisionRecord, { person, target }: CandidateEntry): Candidate {
  const pool = used.pools.find(({ id }) => targetKey(target) === `pool:${id}`);
  const weight = pool?.members.find((member) => member.person === person)?.weight ?? 1;
  const open = used.loads.find((load) => load.person === person)?.open ?? 0;
  const skills = used.people.find((view) => view.id === person)?.skills ?? {};
  return { person, weight, open, skills };
}

function contextOf({ key, now, waitingSince, previousOwners, ledger }: DecisionRecord): PickContext {
  return {
    key: decisionKey(key.caseId, key.epoch),
    waitingMs: waitingSince === null ? 0 : Math.max(0, now - waitingSince),
    needs: ledger?.needs ?? [],
    passedOver: new Set(previousOwners),
  };
}

function byCredit(pool: PoolView, pick: ReturnType<typeof pickFromPool>, mine: Candidate): Standing {
  const share = pick.delta[mine.person];
  if (share === undefined) return { reason: 'less_skill', skills: mine.skills };
  const credit = (person: string) => (pool.credits[person] ?? 0) + (pick.delta[person] ?? 0);
  const gap = credit(pick.person) + oneItem - credit(mine.person);
  return gap === 0 ? { reason: 'lost_tie' } : { reason: 'less_credit', items: gap / oneItem };
}

/** The fewest cases less that put the person before every rival. */
function byLoad(record: DecisionRecord, rivals: readonly Candidate[], mine: Candidate): Standing | undefined {
  const [first] = rivals;
  const winner = rivals.find(({ person }) => person === record.decision.person) ?? first;
  if (winner === undefined) return undefined;
  const limit = (winner.open * mine.weight) / winner.weight;
  if (mine.open < limit) return undefined;
  if (mine.open === limit) return { reason: 'lost_tie' };
  return { reason: 'more_load', fewer: Math.min(mine.open, Math.floor(mine.open - limit) + 1) };
}
