import { describe, expect, it } from 'vitest';
import { effectKinds } from '../../../../../domain/stream/effect.ts';
import {
  effectPolicy,
  leavesTheProduct,
  retryAt,
} from '../../../../../server/use-cases/effect/effect-policy.ts';

describe('the policy of effects', () => {
  it.each(effectKinds)('gives up %s in the end, and doubles the pause up to the longest', (kind) => {
    const policy = effectPolicy(kind);
    const pauses = Array.from({ length: policy.maxAttempts }, (_, i) => retryAt(policy, i + 1, 0));
    expect(pauses[0]).toBe(policy.firstRetryMs);
    for (const [i, pause] of pauses.entries())
      expect(pause).toBe(Math.min(policy.longestRetryMs, policy.firstRetryMs * 2 ** i));
    expect(policy.maxAttempts).toBeGreaterThanOrEqual(10);
  });

  it('leases what waits for another system longer than any call may take', () => {
    const outside = effectKinds.filter(leavesTheProduct);
    expect(outside).toEqual(['deliver', 'sync', 'plugin']);
    for (const kind of outside) expect(effectPolicy(kind).leaseMs).toBe(60_000);
    expect(effectPolicy('route').leaseMs).toBe(10_000);
  });
});
