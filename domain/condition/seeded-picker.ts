/** Picks whole numbers below a bound; the same seed picks the same ones. */
export type Picker = (bound: number) => number;

/** A picker from a seed: Marsaglia's 32-bit xorshift, good for samples and nothing that must not be guessed. */
export function seededPicker(seed: number): Picker {
  let state = (seed ^ 0x9e3779b9) | 0 || 1;
  return (bound) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % bound;
  };
}
