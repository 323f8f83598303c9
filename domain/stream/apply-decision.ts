import { chainHash } from '../hash/chain-hash.ts';
import { sealValue } from '../hash/seal-value.ts';
import type { Aggregate } from './aggregate.ts';
import type { Decision } from './decision.ts';
import type { Effect, NewEffect } from './effect.ts';
import type { Actor, ChainedEvent, NewEvent, Sealed, StreamEvent } from './event.ts';
import { nextDueAt } from './next-due-at.ts';
import { withQuarantine } from './quarantine-list.ts';
import type { StreamSpec } from './stream-spec.ts';

/** Who commits, when, by which command, and salts for the seals. */
export interface CommitContext {
  readonly now: number;
  readonly actor: Actor;
  readonly command: { readonly id: string; readonly body: string };
  readonly cause?: string;
  readonly salt: () => string;
  /** Leases effects that are due at once to the committing process until this time; 0 leaves them free. */
  readonly claimUntil?: number;
}

/** An aggregate that does not exist yet: nothing happened, nothing is owed. */
export function freshAggregate<S>(spec: StreamSpec<S>, id: string): Aggregate<S> {
  return {
    _id: id,
    _v: 0,
    kind: spec.kind,
    rev: 0,
    seq: 0,
    head: '',
    logged: 0,
    tail: [],
    effects: [],
    nextDueAt: null,
    index: { lists: [], sort: '' },
    state: spec.initial,
  };
}

/** The document after a decision: events chained and folded, effects armed, index recomputed; `_v` stays as read. */
export function applyDecision<S>(
  spec: StreamSpec<S>,
  doc: Aggregate<S>,
  decision: Decision,
  context: CommitContext,
): Aggregate<S> {
  let { seq, head, rev, state } = doc;
  const tail: ChainedEvent[] = [...doc.tail];
  const at = Math.max(context.now, doc.tail.at(-1)?.event.at ?? 0);
  const { actor, command, cause } = context;
  for (const wanted of decision.events) {
    seq += 1;
    const { seals, sealed } = sealValues(wanted, context.salt);
    const event: StreamEvent = {
      v: 1,
      stream: doc._id,
      seq,
      kind: wanted.kind,
      at,
      actor,
      command,
      ...(cause === undefined ? {} : { cause }),
      data: wanted.data,
      ...(seals === undefined ? {} : { seals }),
    };
    head = chainHash(event, head);
    tail.push({ event, hash: head, sealed });
    if (wanted.raises !== false) rev += 1;
    state = spec.evolve(state, {
      kind: wanted.kind,
      at,
      seq,
      actor,
      data: wanted.data,
      human: wanted.human ?? {},
    });
  }
  const effects = mergeEffects(doc, decision, context);
  const next = {
    ...doc,
    rev,
    seq,
    head,
    tail,
    effects,
    state,
    index: withQuarantine(spec.indexOf(state, doc._id), effects),
  };
  return { ...next, nextDueAt: nextDueAt(next) };
}

function sealValues(
  wanted: NewEvent,
  salt: () => string,
): { seals?: Record<string, string>; sealed: Sealed } {
  const human = Object.entries(wanted.human ?? {});
  if (human.length === 0) return { sealed: {} };
  const sealed: Record<string, Sealed[string]> = {};
  const seals: Record<string, string> = {};
  for (const [name, value] of human) {
    const grain = salt();
    sealed[name] = { salt: grain, value };
    seals[name] = sealValue(grain, value);
  }
  return { seals, sealed };
}

function mergeEffects<S>(doc: Aggregate<S>, decision: Decision, context: CommitContext): Effect[] {
  const gone = new Set(decision.cancel ?? []);
  const wanted = new Map((decision.effects ?? []).map((effect) => [effect.key, effect]));
  const kept = doc.effects.filter((effect) => !gone.has(effect.id) && !wanted.has(effect.id));
  const old = new Map(doc.effects.map((effect) => [effect.id, effect]));
  return [
    ...kept,
    ...[...wanted.values()].map((effect) => armEffect(effect, old.get(effect.key), doc._v, context)),
  ];
}

/** A key that is still pending keeps counting its token, so that a holder of the earlier one finds out. */
function armEffect(
  wanted: NewEffect,
  before: Effect | undefined,
  version: number,
  context: CommitContext,
): Effect {
  const claimed = (context.claimUntil ?? 0) > context.now && wanted.dueAt <= context.now;
  const token = Math.max(before?.token ?? 0, version) + 1;
  return {
    id: wanted.key,
    kind: wanted.kind,
    dueAt: wanted.dueAt,
    payload: wanted.payload ?? {},
    attempts: claimed ? 1 : 0,
    arms: (before?.arms ?? 0) + 1,
    token,
    leaseUntil: claimed ? (context.claimUntil ?? 0) : 0,
    quarantined: false,
    error: null,
  };
}
