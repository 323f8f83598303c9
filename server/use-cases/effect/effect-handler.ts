import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { Effect } from '../../../domain/stream/effect.ts';

/** One claimed effect and the document it stood on when it was claimed. */
export interface Claimed {
  readonly doc: Aggregate;
  readonly effect: Effect;
}

/**
 * How an attempt ended: `done` (the engine completes it), `settled` (the handler completed it in its own write, or it is
 * no longer ours), `later` (not a failure: owed again at that time), `refused` (repeating cannot help: quarantine at once).
 * `retry`: a failed attempt, to be repeated no earlier than `at`, up to the kind's last attempt. A thrown error is a failed attempt.
 */
export type EffectOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'settled' }
  | { readonly kind: 'later'; readonly at: number }
  | { readonly kind: 'retry'; readonly at: number; readonly error: string }
  | { readonly kind: 'refused'; readonly error: string };

export type EffectHandler = (claimed: Claimed) => Promise<EffectOutcome>;

export const done: EffectOutcome = { kind: 'done' };
export const settled: EffectOutcome = { kind: 'settled' };
