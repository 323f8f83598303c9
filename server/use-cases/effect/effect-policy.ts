import type { EffectKind } from '../../../domain/stream/effect.ts';

/** How one kind of effect is leased and retried. Times in ms. */
export interface EffectPolicy {
  readonly leaseMs: number;
  /** Failed attempts after which it is quarantined. */
  readonly maxAttempts: number;
  readonly firstRetryMs: number;
  readonly longestRetryMs: number;
}

const inside: EffectPolicy = { leaseMs: 10_000, maxAttempts: 12, firstRetryMs: 250, longestRetryMs: 60_000 };
const outside: EffectPolicy = {
  leaseMs: 60_000,
  maxAttempts: 10,
  firstRetryMs: 2_000,
  longestRetryMs: 3_600_000,
};

/** The policy of a kind: work that leaves the product waits longer than work inside it. */
export function effectPolicy(kind: EffectKind): EffectPolicy {
  return mayLeaveTheProduct(kind) ? outside : inside;
}

/** Whether carrying out such an effect may do something outside the product. */
export function mayLeaveTheProduct(kind: EffectKind): boolean {
  return leavesTheProduct(kind) || kind === 'notify';
}

/** Whether carrying out such an effect always does something outside the product; a notice does where mail is configured. */
export function leavesTheProduct(kind: EffectKind): boolean {
  return kind === 'deliver' || kind === 'sync' || kind === 'plugin';
}

/** When the next attempt is due: doubling from the first pause, never beyond the longest. */
export function retryAt(policy: EffectPolicy, attempts: number, now: number): number {
  return now + Math.min(policy.longestRetryMs, policy.firstRetryMs * 2 ** Math.min(attempts - 1, 20));
}
