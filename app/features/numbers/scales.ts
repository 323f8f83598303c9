import { scaleLinear, scaleLog } from 'd3-scale';

/** Server and browser write the same when both round. */
const rounded = (value: number): number => Math.round(value * 100) / 100;

/** A scale from 0 to the most, onto 0 to a length. */
export function linearScale(most: number, length: number): (value: number) => number {
  const scale = scaleLinear([0, most], [0, length]);
  return (value) => rounded(scale(value));
}

/** A scale over orders of magnitude, from the least to the most, onto 0 to a length; what is beyond its ends stands at them. */
export function logScale(least: number, most: number, length: number): (value: number) => number {
  const scale = scaleLog([least, most], [0, length]).clamp(true);
  return (value) => rounded(scale(value));
}
