import type { Refused } from '../../lib/api.server.ts';

/** What a refused form comes back with. */
export interface RefusedSaying {
  readonly intent: string;
  readonly text: string;
  readonly refused: Refused;
}
