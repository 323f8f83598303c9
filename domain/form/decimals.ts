/** How many decimals a finite number is written with: 0 for 12, 2 for 0.25, 7 for 1e-7. */
export function decimalsOf(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e');
  const written = digits.split('.')[1]?.length ?? 0;
  return Math.max(0, written - Number(exponent));
}

/** The number without a negative zero, which JSON and people do not know. */
export function withoutNegativeZero(value: number): number {
  return value === 0 ? 0 : value;
}

/** The number rounded to so many decimals, half away from zero as its shortest decimal form reads. */
export function roundTo(value: number, decimals: number): number {
  if (decimalsOf(value) <= decimals) return withoutNegativeZero(value);
  const rounded = shifted(Math.round(shifted(Math.abs(value), decimals)), -decimals);
  return withoutNegativeZero(value < 0 ? -rounded : rounded);
}

/** Moves the decimal point as one would on paper, which multiplying by a power of ten does not. */
function shifted(value: number, places: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}
