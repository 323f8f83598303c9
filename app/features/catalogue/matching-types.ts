import { foldedText } from '../../../domain/fact/folded-text.ts';

/** A request type as it is found by its words. */
export interface FindableType {
  readonly title: string;
  readonly summary: string;
  readonly category: string;
  readonly keywords: readonly string[];
}

/** How a word was met: the whole of it, its beginning, or all but a letter or two. */
const quality = { whole: 3, beginning: 2, typo: 1 } as const;

/** What the place counts in which a word was met. Labels of questions are not looked through: “amount” is asked everywhere. */
const weights = { title: 4, keywords: 3, category: 2, summary: 1 } as const;
const places = ['title', 'keywords', 'category', 'summary'] as const;

/** Words that say nothing of what is wanted. */
const idle = new Set(
  'a an and any ask can do for from get give have i in is it make me my need new of on or our please request some the to up want we with you'.split(
    ' ',
  ),
);

/** Types some word of which is begun, or nearly, by a word looked for: those that meet more words first, then those that meet them better; all when no word is. */
export function matchingTypes<T extends FindableType>(types: readonly T[], sought: string): readonly T[] {
  const words = soughtWords(sought);
  if (words.length === 0) return types;
  const read = types.map((type) => ({ type, words: wordsByPlace(type) }));
  const met = words.map((word) => {
    const straight = read.map((one) => scoreOf(one.words, word, straightQuality));
    // A word that is written somewhere is no mistake for another.
    return straight.some((score) => score > 0)
      ? straight
      : read.map((one) => scoreOf(one.words, word, typoQuality));
  });
  return read
    .map(({ type }, index) => {
      const scores = met.map((row) => row[index] ?? 0);
      return {
        type,
        count: scores.filter((score) => score > 0).length,
        sum: scores.reduce((total, score) => total + score, 0),
      };
    })
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count || other.sum - one.sum)
    .map(({ type }) => type);
}

/** The types whose words are most alike to what was looked for, at most three; none when nothing is alike. */
export function closestTypes<T extends FindableType>(types: readonly T[], sought: string): readonly T[] {
  const words = soughtWords(sought);
  const likeness = (type: T): number => {
    const all = Object.values(wordsByPlace(type)).flat();
    return Math.max(0, ...words.flatMap((word) => all.map((one) => alike(word, one))));
  };
  return types
    .map((type) => ({ type, like: likeness(type) }))
    .filter(({ like }) => like >= leastLike)
    .sort((one, other) => other.like - one.like)
    .slice(0, 3)
    .map(({ type }) => type);
}

const leastLike = 0.4;

const wordsOf = (text: string): readonly string[] =>
  foldedText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Idle words count only where nothing else was typed. */
function soughtWords(sought: string): readonly string[] {
  const words = [...new Set(wordsOf(sought))];
  const telling = words.filter((word) => !idle.has(word));
  return telling.length === 0 ? words : telling;
}

type Words = Readonly<Record<(typeof places)[number], readonly string[]>>;

const wordsByPlace = ({ title, keywords, category, summary }: FindableType): Words => ({
  title: wordsOf(title),
  keywords: wordsOf(keywords.join(' ')),
  category: wordsOf(category),
  summary: wordsOf(summary),
});

type Judge = (one: string, word: string) => number;

/** The best that a word comes to anywhere. */
const scoreOf = (words: Words, word: string, judge: Judge): number =>
  Math.max(0, ...places.flatMap((place) => words[place].map((one) => weights[place] * judge(one, word))));

const straightQuality: Judge = (one, word) => {
  if (one === word) return quality.whole;
  return one.startsWith(word) || (one.length > 3 && word.startsWith(one)) ? quality.beginning : 0;
};

const typoQuality: Judge = (one, word) =>
  distanceToBeginning(word, one) <= allowedMistakes(word) ? quality.typo : 0;

const allowedMistakes = ({ length }: string): number => (length >= 8 ? 2 : length >= 4 ? 1 : 0);

/** Letters to add, drop, change or swap until a word is a beginning of the other. */
function distanceToBeginning(word: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= word.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const changed = word[row - 1] === other[column - 1] ? 0 : 1;
      const swapped =
        row > 1 && column > 1 && word[row - 1] === other[column - 2] && word[row - 2] === other[column - 1];
      now.push(
        Math.min(
          at(last, column) + 1,
          at(now, column - 1) + 1,
          at(last, column - 1) + changed,
          swapped ? at(before, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    [before, last] = [last, now];
  }
  return Math.min(...last);
}

const at = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY;

/** How much two words share of their pairs of letters, from 0 to 1. */
function alike(one: string, other: string): number {
  const [pairs, others] = [pairsOf(one), pairsOf(other)];
  if (pairs.size + others.size === 0) return 0;
  const shared = [...pairs].filter((pair) => others.has(pair)).length;
  return (2 * shared) / (pairs.size + others.size);
}

const pairsOf = (word: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(0, word.length - 1) }, (_, index) => word.slice(index, index + 2)));
