/** Durations below this fall together, in ms. */
const smallestMs = 10;
/** Steps per doubling: a percentile is right within 10 %. */
const steps = 4;

/** Counts of durations by step; sparse, so that it stays small. */
export type Histogram = ReadonlyMap<number, number>;

/** The step a duration in ms falls into. */
export function stepOf(ms: number): number {
  return ms <= smallestMs ? 0 : Math.ceil(steps * Math.log2(ms / smallestMs));
}

/** The duration in ms that stands for a step: the middle of what falls into it. */
export function durationOf(step: number): number {
  return step === 0 ? smallestMs / 2 : Math.round(smallestMs * 2 ** ((step - 0.5) / steps));
}

/** The duration in ms that a share of all stays within; null when there are none. */
export function percentile(histogram: Histogram, share: number): number | null {
  const counts = [...histogram].filter(([, count]) => count > 0).sort(([a], [b]) => a - b);
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  let seen = 0;
  for (const [step, count] of counts) {
    seen += count;
    if (seen >= share * total) return durationOf(step);
  }
  return null;
}
