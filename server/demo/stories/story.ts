import type { Json } from '../../../domain/hash/canonical-json.ts';
import type { DemoType } from '../demo-types.ts';

/** What becomes of a case, as far as people decide it; routing, clocks and gates do the rest. */
export interface Fate {
  /** The state in which it is left as it is: `gate` means as soon as somebody has to sign; null plays it to its end. */
  readonly leftIn: string | null;
  readonly ends: 'well' | 'rejected' | 'withdrawn';
  /** Days before the end of the demo at which it was submitted. */
  readonly age: number;
  /** 1 is ordinary, 3 is three times as slow. */
  readonly pace: number;
  /** What happens on the way, once each. */
  readonly twists: ReadonlySet<Twist>;
  /** Whoever is given it first hands it on to this person. */
  readonly holder?: string;
}

/** Things that happen on the way of some cases. */
export const twists = [
  'asked',
  'asked-without-answer',
  'sent-back',
  'handed-over',
  'declined',
  'escalated',
  'retracted',
  'discussed',
  'praised',
  'priority',
  'routed-again',
  'reopened',
] as const;
export type Twist = (typeof twists)[number];

/** A request somebody hands in, and what becomes of it. */
export interface Story {
  readonly slug: DemoType;
  readonly requester: string;
  readonly onBehalfOf?: string;
  readonly source: string;
  /** Texts such as `@-20d` and `@-3h` stand for the day and the moment so long before (`+`: after) the submission. */
  readonly values: Readonly<Record<string, Json>>;
  /** Field → names of files to be uploaded with it. */
  readonly files?: Readonly<Record<string, readonly string[]>>;
  readonly scores?: Readonly<Record<string, number>>;
  readonly proposal?: {
    readonly account: string | null;
    readonly intent: string;
    readonly confidence: number;
  };
  readonly fate: Fate;
}

/** A story without its fate. */
export type Request = Omit<Story, 'slug' | 'fate'>;

/** A request that is always made, so many days before the end. */
export interface Special extends Request {
  readonly age: number;
  /** The state in which it is left, as a fate says; null where it is not said. */
  readonly leftIn?: string;
}
