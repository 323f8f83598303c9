import type { ClockState } from './clock.ts';

/** A stretch in which a clock was not paused; `toMs` is null while no pause has ended it. */
export interface RunningStretch {
  readonly fromMs: number;
  readonly toMs: number | null;
}

/** The stretches between pauses in order of time; the end of the clock itself ends none, so a due time outlives it. */
export function runningStretches(clock: ClockState): RunningStretch[] {
  const stretches: RunningStretch[] = [];
  let fromMs: number | null = null;
  for (const { kind, at } of clock.intervals) {
    if (kind === 'started' || kind === 'resumed') fromMs = at;
    if (kind === 'paused' && fromMs !== null) {
      stretches.push({ fromMs, toMs: at });
      fromMs = null;
    }
  }
  if (fromMs !== null) stretches.push({ fromMs, toMs: null });
  return stretches;
}
