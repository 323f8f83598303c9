import type { Dice } from '../dice.ts';
import type { Fate, Twist } from './story.ts';

/** How the cases of one type are spread over what can become of them. */
export interface FateMix {
  /** States in which cases are found at the end, each with how many, how old they are in days, and who has them where it is said. */
  readonly open: readonly (readonly [
    state: string,
    count: number,
    youngest: number,
    oldest: number,
    holder?: string,
  ])[];
  readonly finished: number;
  readonly rejected: number;
  readonly withdrawn: number;
}

const seldom: readonly (readonly [twist: Twist, percent: number])[] = [
  ['asked', 22],
  ['discussed', 35],
  ['praised', 12],
  ['handed-over', 9],
  ['declined', 5],
  ['escalated', 7],
  ['sent-back', 9],
  ['retracted', 4],
  ['priority', 6],
  ['routed-again', 2],
  ['reopened', 3],
];

const leaving: ReadonlySet<Twist> = new Set(['handed-over', 'declined', 'routed-again', 'sent-back']);

function twistsBy(dice: Dice, always: readonly Twist[]): ReadonlySet<Twist> {
  return new Set([...always, ...seldom.flatMap(([twist, percent]) => (dice.chance(percent) ? [twist] : []))]);
}

/** What does not take a case from who has it. */
function staying(all: ReadonlySet<Twist>): ReadonlySet<Twist> {
  return new Set([...all].filter((twist) => !leaving.has(twist)));
}

/** One fate for each case of a type, in an order that depends on the dice. */
export function fatesBy(dice: Dice, mix: FateMix): Fate[] {
  const pace = () => dice.one([0.6, 0.8, 1, 1, 1, 1.4, 2, 3]);
  const open = mix.open.flatMap(([state, count, youngest, oldest, holder]) =>
    Array.from({ length: count }, (): Fate => {
      const age = youngest + dice.next() * (oldest - youngest);
      const asking = dice.chance(12) ? (['asked-without-answer'] as const) : [];
      const twists = twistsBy(dice, asking);
      const fate = { leftIn: state, ends: 'well', age, pace: 1, twists } as const;
      return holder === undefined ? fate : { ...fate, twists: staying(twists), holder };
    }),
  );
  const closed = (ends: Fate['ends'], count: number) =>
    Array.from({ length: count }, (): Fate => {
      const age = 3 + 29 * dice.next() ** 0.7;
      return { leftIn: null, ends, age, pace: pace(), twists: twistsBy(dice, []) };
    });
  const all = [
    ...open,
    ...closed('well', mix.finished),
    ...closed('rejected', mix.rejected),
    ...closed('withdrawn', mix.withdrawn),
  ];
  return shuffled(dice, all);
}

function shuffled<T>(dice: Dice, items: readonly T[]): T[] {
  const left = [...items];
  const result: T[] = [];
  while (left.length > 0) result.push(...left.splice(dice.whole(0, left.length - 1), 1));
  return result;
}
