/** Chance that is the same in every run with the same seed. */
export interface Dice {
  /** A number from 0 (inclusive) to 1 (exclusive). */
  next(): number;
  /** A whole number from `least` to `most`, both inclusive. */
  whole(least: number, most: number): number;
  /** One of the items; there has to be one. */
  one<T>(items: readonly [T, ...T[]] | readonly T[]): T;
  /** True in so many of a hundred throws. */
  chance(percent: number): boolean;
  /** A stretch around `middle`, seldom far from it: from a third of it to three times as much, rounded to `step`. */
  around(middle: number, step?: number): number;
}

/** Throws of the mulberry32 generator, started from a text. */
export function createDice(seed: string): Dice {
  let state = seedOf(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    one(items) {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new RangeError('there is nothing to choose from');
      return item;
    },
    chance: (percent) => next() * 100 < percent,
    around(middle, step = 1) {
      const factor = 3 ** (next() + next() - 1);
      return Math.max(step, Math.round((middle * factor) / step) * step);
    },
  };
}

/** FNV-1a over the text. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash ^= character.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193);
  }
  return hash | 0;
}
