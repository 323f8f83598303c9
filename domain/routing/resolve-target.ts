import type { Decision } from './decision-record.ts';
import type { Desk } from './desk.ts';
import type { PoolMember, PoolView, SkillNeed } from './directory.ts';
import { type Bar, type Eliminated, eliminate } from './eliminate.ts';
import { pickFromPool } from './pick-from-pool.ts';
import { removalsInWords } from './removal.ts';
import type { Way } from './rule-schema.ts';
import { leastLoaded } from './strategies/least-loaded.ts';
import type { PickContext } from './strategies/strategy.ts';
import { targetInWords } from './target-key.ts';
import type { Target } from './target-schema.ts';

/** What a target yielded: a decision, or why nobody. */
export type Resolution = Decision | { readonly nobody: string };

/** The target of a rule or of the default, with what that says about people. */
export interface Asking {
  readonly stage: 'rules' | 'default';
  /** Id of the rule, or `default`. */
  readonly by: string;
  /** Why a case goes there. */
  readonly reason: string;
  readonly target: Target;
  readonly way: Way;
}

/** Finds who or what a target stands for, removing people for the reasons of `removalReasons`; leaves its evidence on the desk. */
export function resolveTarget(desk: Desk, asking: Asking): Resolution {
  const { target } = asking;
  if ('queue' in target) return toQueue(desk, asking, target.queue);
  if ('team' in target) return toTeam(desk, asking, target.team);
  if ('pool' in target) return fromPool(desk, asking, target.pool);
  if ('role' in target) return fromRole(desk, asking, target.role);
  return single(desk, asking, personOf(desk, target));
}

function toQueue(desk: Desk, { stage, by, reason }: Asking, id: string): Resolution {
  const queue = desk.chain.queues.get(id);
  if (queue === undefined) return { nobody: `there is no queue ${id}` };
  return { terminal: 'queued', reason, stage, by, queue: id, team: queue.team };
}

function toTeam(desk: Desk, { stage, by, reason }: Asking, id: string): Resolution {
  const team = desk.directory.team(id);
  if (team === undefined) return { nobody: `there is no team ${id}` };
  if (team.members.length === 0) return { nobody: `team ${id} has no members` };
  return { terminal: 'queued', reason, stage, by, team: id };
}

function fromPool(desk: Desk, asking: Asking, id: string): Resolution {
  const pool = desk.directory.pool(id);
  if (pool === undefined) return { nobody: `there is no pool ${id}` };
  const needs = [...(asking.way.skills ?? []), ...(pool.skills ?? [])];
  const { left } = consider(desk, asking, pool.members, { pool, needs });
  if (left.length === 0) return { nobody: nobodyIn(desk, asking) };
  const pick = pickFromPool(pool, left, pickContext(desk, needs), desk.subject.now);
  const { person, delta, makeUp, before, after } = pick;
  desk.ledger = { pool: id, before, delta, after, needs };
  const { stage, by, reason } = asking;
  const { strategy } = pool;
  const decision: Decision = { terminal: 'assigned', reason, stage, by, person, pool: id, strategy, delta };
  return makeUp ? { ...decision, makeUp } : decision;
}

/** The least loaded holder; the salt is the role, so that ties go round from case to case. */
function fromRole(desk: Desk, asking: Asking, role: string): Resolution {
  const members = desk.directory.holders(role).map((person) => ({ person, weight: 1 }));
  const needs = asking.way.skills ?? [];
  const { left } = consider(desk, asking, members, { needs });
  if (left.length === 0) return { nobody: nobodyIn(desk, asking) };
  const { p } = leastLoaded(left, { members, credits: {}, salt: role }, pickContext(desk, needs));
  return assigned(asking, p);
}

function single(desk: Desk, asking: Asking, person: string | undefined): Resolution {
  if (person === undefined) return { nobody: `${targetInWords(asking.target)} is not known` };
  const { left } = consider(desk, asking, [{ person, weight: 1 }], { needs: asking.way.skills ?? [] });
  if (left.length === 0) return { nobody: nobodyIn(desk, asking) };
  return assigned(asking, person);
}

function assigned({ stage, by, reason }: Asking, person: string): Decision {
  return { terminal: 'assigned', reason, stage, by, person };
}

/** The manager is that of the person the case is for. */
function personOf(desk: Desk, target: Target): string | undefined {
  if ('manager' in target) return managerOf(desk);
  const key =
    'field' in target ? target.field : 'accountOwner' in target ? 'account.owner' : 'territory.owner';
  const value = desk.facts.values[key];
  if (typeof value === 'string') return value;
  desk.missing.add(key);
  return undefined;
}

function managerOf(desk: Desk): string | undefined {
  const { behalfId, requesterId } = desk.subject;
  return desk.directory.person(behalfId ?? requesterId)?.managerId ?? undefined;
}

interface Demands {
  readonly pool?: PoolView;
  readonly needs: readonly SkillNeed[];
}

function consider(desk: Desk, asking: Asking, members: readonly PoolMember[], demands: Demands): Eliminated {
  const result = eliminate(members, barOf(desk, asking.way, demands), desk.directory);
  const { by: rule, target } = asking;
  for (const { person, removedBy, values } of result.entries) {
    desk.candidates.push({ rule, target, person, removedBy, values });
  }
  return result;
}

function barOf(desk: Desk, way: Way, { pool, needs }: Demands): Bar {
  const { subject } = desk;
  const barred = new Map<string, string>();
  for (const person of subject.conflicted) barred.set(person, 'conflict');
  if (subject.behalfId !== null) barred.set(subject.behalfId, 'own_request');
  barred.set(subject.requesterId, 'own_request');
  const excluded = new Map<string, string>();
  const exclude = way.exclude ?? [];
  if (exclude.includes('previous_owners')) {
    for (const person of subject.previousOwners) excluded.set(person, 'previous_owner');
  }
  const manager = exclude.includes('requester_manager') ? managerOf(desk) : undefined;
  if (manager !== undefined) excluded.set(manager, 'requester_manager');
  for (const person of subject.skip) excluded.set(person, 'let_go_before');
  return {
    now: subject.now,
    barred,
    needs,
    relaxedMs: pool?.strategy === 'skills' ? waitingMs(desk) : 0,
    calendarId: pool?.calendarId ?? null,
    lookAheadMs: pool?.lookAheadMs ?? 0,
    full: new Set(subject.atCapacity),
    excluded,
  };
}

function pickContext(desk: Desk, needs: readonly SkillNeed[]): PickContext {
  const passedOver = new Set(desk.subject.previousOwners);
  return { key: desk.key, waitingMs: waitingMs(desk), needs, passedOver };
}

function waitingMs(desk: Desk): number {
  const { waitingSince, now } = desk.subject;
  return waitingSince === null ? 0 : Math.max(0, now - waitingSince);
}

function nobodyIn(desk: Desk, asking: Asking): string {
  const mine = desk.candidates.filter(({ rule, target }) => rule === asking.by && target === asking.target);
  const removed = mine.map((entry) => entry.removedBy).filter((reason) => reason !== null);
  const words = targetInWords(asking.target);
  return removed.length === 0 ? `${words} has nobody` : `nobody for ${words}: ${removalsInWords(removed)}`;
}
