/** One line of the table of results; times in ms. */
export interface Row {
  readonly what: string;
  readonly least: number;
  readonly median: number;
  readonly p95: number;
  readonly unit: string;
  readonly aim: string;
  /** The median of a page that holds nothing and does nothing else, in the same run. */
  readonly empty?: number;
}

/** A line out of what was measured, beside the same of an empty page. */
export function rowOf(
  what: string,
  values: readonly number[],
  {
    unit = 'ms',
    aim,
    empty,
  }: { readonly unit?: string; readonly aim: string; readonly empty?: readonly number[] },
): Row {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number =>
    round(sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)]);
  return {
    what,
    least: at(0),
    median: at(0.5),
    p95: at(0.95),
    unit,
    aim,
    ...(empty === undefined ? {} : { empty: middleOf(empty) }),
  };
}

/** The median. */
export function middleOf(values: readonly number[]): number {
  return round([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]);
}

const round = (value: number | undefined): number => Number((value ?? Number.NaN).toPrecision(4));
