import { Fault } from '../../../domain/error/fault.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { ConnectionState } from '../../../domain/stream/connection/connection-stream.ts';
import type { Effect } from '../../../domain/stream/effect.ts';
import { idInStream } from '../../../domain/stream/stream-id.ts';
import type { DeliveryInput, DeliveryResult } from '../../../plugins/kit/delivery.ts';
import { secretsOf } from '../directory/credentials.ts';
import { done, type EffectOutcome } from '../effect/effect-handler.ts';
import { effectPolicy, retryAt } from '../effect/effect-policy.ts';
import type { DeliveryDeps } from './delivery-deps.ts';
import { type AttemptEnd, type NewDelivery, recordAttempt } from './delivery-record.ts';

/** A paused connection is looked at again after this long, in ms. */
export const pausedMs = 30_000;
/** What is left of a lease to record how the attempt ended, in ms. */
const leaseMarginMs = 2_000;

/** One attempt to be made under a claimed effect. */
export interface Attempt {
  readonly connection: Aggregate<ConnectionState>;
  readonly effect: Effect;
  readonly delivery: NewDelivery;
  readonly input: Omit<DeliveryInput, 'connection' | 'attempt'>;
}

/** Makes the attempt; whatever goes wrong comes back as an outcome in words. */
export async function callPlugin(deps: DeliveryDeps, attempt: Attempt): Promise<DeliveryResult> {
  const { connection, effect, input } = attempt;
  const id = idInStream(connection._id);
  const deadlineMs = Math.max(1_000, effect.leaseUntil - deps.clock.now() - leaseMarginMs);
  try {
    const secrets = await secretsOf(deps.store, deps.sealer, id);
    const { plugin, config } = connection.state;
    const call = { ...input, attempt: effect.attempts, connection: { id, config, secrets } };
    return await deps.host.deliver(plugin, call, deadlineMs);
  } catch (error) {
    const retryable = !(error instanceof Fault) || error.retryable;
    return {
      outcome: retryable ? 'retry' : 'refused',
      said: error instanceof Error ? error.message : String(error),
    };
  }
}

/** Puts on record how an attempt ended, and says what becomes of the effect. */
export async function endAttempt(
  deps: DeliveryDeps,
  { effect, delivery }: Pick<Attempt, 'effect' | 'delivery'>,
  result: DeliveryResult,
  startedAt: number,
): Promise<EffectOutcome> {
  const now = deps.clock.now();
  const { end, outcome } = endOf(effect, result, now);
  const attempt = {
    at: startedAt,
    ms: now - startedAt,
    outcome: result.outcome,
    httpStatus: result.status ?? null,
    said: result.said ?? '',
  };
  await recordAttempt(deps.store.records, delivery, { attempt, ...end });
  return outcome;
}

function endOf(
  effect: Effect,
  result: DeliveryResult,
  now: number,
): { end: Omit<AttemptEnd, 'attempt'>; outcome: EffectOutcome } {
  if (result.outcome === 'delivered') return { end: { status: 'delivered', nextAt: null }, outcome: done };
  const policy = effectPolicy(effect.kind);
  const error = [result.status, result.said].filter((part) => part !== undefined && part !== '').join(': ');
  if (result.outcome === 'refused' || effect.attempts >= policy.maxAttempts)
    return { end: { status: 'refused', nextAt: null }, outcome: { kind: 'refused', error } };
  const at = Math.max(retryAt(policy, effect.attempts, now), now + (result.retryAfterMs ?? 0));
  return { end: { status: 'retrying', nextAt: at }, outcome: { kind: 'retry', at, error } };
}

/** Puts on record that nothing is sent any more, and why. */
export async function callOff(
  deps: DeliveryDeps,
  delivery: NewDelivery,
  said: string,
): Promise<EffectOutcome> {
  const attempt = { at: deps.clock.now(), ms: 0, outcome: 'cancelled' as const, httpStatus: null, said };
  await recordAttempt(deps.store.records, delivery, { attempt, status: 'cancelled', nextAt: null });
  return done;
}
