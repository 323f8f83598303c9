import { Fault } from '../../../domain/error/fault.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { Effect, EffectKind } from '../../../domain/stream/effect.ts';
import {
  claimEffect,
  completeEffect,
  holdsEffect,
  quarantineEffect,
  retryEffect,
} from '../../../domain/stream/effect-bookkeeping.ts';
import type { CommandDeps } from '../command/deps.ts';
import type { Claimed, EffectHandler, EffectOutcome } from './effect-handler.ts';
import { effectPolicy, leavesTheProduct, retryAt } from './effect-policy.ts';

/** The handlers by kind, and who is told how attempts end. */
export interface EffectEngine {
  readonly deps: CommandDeps;
  readonly handlers: ReadonlyMap<EffectKind, EffectHandler>;
  readonly ended: (
    effect: Effect,
    how: 'done' | 'later' | 'retry' | 'quarantined' | 'settled',
    doc: Aggregate,
  ) => void;
}

/** Claims one effect and runs it; false when there was nothing to claim (done, not due, or somebody else has it). */
export async function runEffect(
  engine: EffectEngine,
  aggregateId: string,
  effectId: string,
): Promise<boolean> {
  const { store, clock } = engine.deps;
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const doc = await store.aggregates.load(aggregateId);
    const found = doc?.effects.find((effect) => effect.id === effectId);
    if (doc === undefined || found === undefined) return false;
    const now = clock.now();
    const claim = claimEffect(doc, effectId, now, now + effectPolicy(found.kind).leaseMs);
    if (claim === undefined) return false;
    if (!(await store.aggregates.replace(claim.doc, 'decided'))) continue;
    await runClaimed(engine, { doc: { ...claim.doc, _v: claim.doc._v + 1 }, effect: claim.effect });
    return true;
  }
  return false;
}

/** Runs an effect this process holds the lease of, and records how it ended. */
export async function runClaimed(engine: EffectEngine, claimed: Claimed): Promise<void> {
  const handler = engine.handlers.get(claimed.effect.kind);
  const policy = effectPolicy(claimed.effect.kind);
  if (claimed.effect.attempts > policy.maxAttempts) {
    // Counted before it runs: an effect that kills its worker ends here too.
    await settle(engine, claimed, {
      kind: 'refused',
      error: claimed.effect.error ?? 'It never came to an end.',
    });
    return;
  }
  try {
    if (handler === undefined)
      throw new Fault('NO_HANDLER', `no handler for ${claimed.effect.kind}`, { retryable: false });
    // A deed outside must not be done for what a crash would undo.
    if (leavesTheProduct(claimed.effect.kind)) await engine.deps.store.flushed();
    await settle(engine, claimed, await handler(claimed));
  } catch (error) {
    await fail(engine, claimed, error);
  }
}

async function fail(engine: EffectEngine, claimed: Claimed, error: unknown): Promise<void> {
  const policy = effectPolicy(claimed.effect.kind);
  const said = error instanceof Error ? error.message : String(error);
  if (error instanceof Fault && !error.retryable)
    return settle(engine, claimed, { kind: 'refused', error: said });
  await repeat(engine, claimed, {
    at: retryAt(policy, claimed.effect.attempts, engine.deps.clock.now()),
    error: said,
  });
}

/** Owed again after a failed attempt, unless it was the last one. */
async function repeat(
  engine: EffectEngine,
  claimed: Claimed,
  { at, error }: { readonly at: number; readonly error: string },
): Promise<void> {
  if (claimed.effect.attempts >= effectPolicy(claimed.effect.kind).maxAttempts)
    return settle(engine, claimed, { kind: 'refused', error });
  await edit(
    engine,
    claimed,
    (doc) => retryEffect(doc, claimed.effect.id, claimed.effect.token, { dueAt: at, error }),
    'retry',
  );
}

async function settle(engine: EffectEngine, claimed: Claimed, outcome: EffectOutcome): Promise<void> {
  const { id, token } = claimed.effect;
  if (outcome.kind === 'settled') return engine.ended(claimed.effect, 'settled', claimed.doc);
  if (outcome.kind === 'done') return edit(engine, claimed, (doc) => completeEffect(doc, id, token), 'done');
  if (outcome.kind === 'retry') return repeat(engine, claimed, outcome);
  if (outcome.kind === 'refused')
    return edit(engine, claimed, (doc) => quarantineEffect(doc, id, token, outcome.error), 'quarantined');
  return edit(engine, claimed, (doc) => postpone(doc, claimed.effect, outcome.at), 'later');
}

/** Owed again later without having failed: attempts start over. */
function postpone(doc: Aggregate, effect: Effect, at: number): Aggregate {
  const next = retryEffect(doc, effect.id, effect.token, { dueAt: at, error: '' });
  return {
    ...next,
    effects: next.effects.map((other) =>
      other.id === effect.id ? { ...other, attempts: 0, error: null } : other,
    ),
  };
}

async function edit(
  engine: EffectEngine,
  claimed: Claimed,
  change: (doc: Aggregate) => Aggregate,
  how: 'done' | 'later' | 'retry' | 'quarantined',
): Promise<void> {
  const { store, committed } = engine.deps;
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const doc = await store.aggregates.load(claimed.doc._id);
    if (doc === undefined || !holdsEffect(doc, claimed.effect.id, claimed.effect.token)) return;
    const next = change(doc);
    if (await store.aggregates.replace(next, 'decided')) {
      const stored = { ...next, _v: next._v + 1 };
      committed(stored, doc);
      engine.ended(claimed.effect, how, stored);
      return;
    }
  }
  throw new Fault(
    'CONTENDED',
    `${claimed.doc._id} changed too often to record how ${claimed.effect.id} ended`,
  );
}
