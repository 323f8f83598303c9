import type { Json } from '../hash/canonical-json.ts';

/** The kinds of work owed after a commit. */
export const effectKinds = [
  'route',
  'clock',
  'escalate',
  'notify',
  'deliver',
  'sync',
  'seat',
  'check',
  'look',
  'project',
  'recalculate',
  'move',
  'plugin',
] as const;
export type EffectKind = (typeof effectKinds)[number];

/** One piece of owed work, stored on the aggregate that owes it; done and cancelled ones leave the document. */
export interface Effect {
  readonly id: string;
  readonly kind: EffectKind;
  /** Epoch milliseconds from which it may run. */
  readonly dueAt: number;
  readonly payload: { readonly [key: string]: Json };
  /** Counted before running, so that a crash loop shows. */
  readonly attempts: number;
  /** Times it was rung; part of a queue's job id. */
  readonly arms: number;
  /** Fencing token: counts up at each claim and is never reset, not even by a redrive. */
  readonly token: number;
  /** Epoch milliseconds until which the holder of `token` owns it; 0 when free. */
  readonly leaseUntil: number;
  /** Set after the last failure; a quarantined effect waits for a person. */
  readonly quarantined: boolean;
  readonly error: string | null;
}

/** What `decide` asks for; the command path adds the rest. `key` names it within its stream: the same key replaces the pending one. */
export interface NewEffect {
  readonly kind: EffectKind;
  readonly key: string;
  readonly dueAt: number;
  readonly payload?: { readonly [key: string]: Json };
}
