import type { Clock } from '../ports/clock.ts';

/** The time of this machine; the one clock of an installation that runs in one process. */
export const systemClock: Clock = { now: () => Date.now() };
