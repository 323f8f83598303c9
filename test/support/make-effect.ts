import type { Effect } from '../../domain/stream/effect.ts';

/** An effect that is owed and was never tried; whatever is given replaces the plain default. */
export function makeEffect(id: string, more: Partial<Effect> = {}): Effect {
  return {
    id,
    kind: 'route',
    dueAt: 1,
    payload: {},
    attempts: 0,
    arms: 1,
    token: 1,
    leaseUntil: 0,
    quarantined: false,
    error: null,
    ...more,
  };
}
