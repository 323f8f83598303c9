/** A scale from 0 to the most, onto 0 to a length; rounded to a hundredth so that server and browser write the same. */
export function linearScale(most: number, length: number): (value: number) => number {
  return (value) => Math.round((value / most) * length * 100) / 100;
}

/** A scale over orders of magnitude, from the least to the most, onto 0 to a length. */
export function logScale(least: number, most: number, length: number): (value: number) => number {
  const span = Math.log(most / least);
  return (value) => {
    const share = span === 0 ? 0 : Math.log(Math.max(value, least) / least) / span;
    return Math.round(Math.min(1, share) * length * 100) / 100;
  };
}
