import type { FactSet } from '../../fact/fact-set.ts';
import type { Kind, Operand } from './operand.ts';
import type { Phrase } from './phrase.ts';
import type { Value } from './value.ts';

/** The value of a node under the facts; `undefined` is unknown. */
export type Evaluate = (facts: FactSet) => Value | undefined;

/** The value of an operation whose operands are all known; `undefined` when they give none. */
export type Apply = (...values: Value[]) => Value | undefined;

/** Reports a problem with the operand at an index, or with the whole operation (`null`). */
export type Say = (index: number | null, message: string, mend: string) => void;

/** Everything there is to know about one operator; each lives in one file of the shelf. */
export interface Operator {
  /** The word as it is stored. */
  readonly name: string;
  /** Fewest and most operands; an optional third number is the step between allowed counts. */
  readonly arity: readonly [least: number, most: number, step?: number];
  /** Reports operands of the wrong kind and returns the kind of the result. */
  readonly check: (operands: readonly Operand[], say: Say) => Kind;
  readonly compute: StrictCompute | LazyCompute;
  /** The operation in plain English. */
  readonly phrase: (operands: readonly Phrase[]) => string;
  /** Its denial in plain English; `not (…)` when there is none. */
  readonly denial?: (operands: readonly Phrase[]) => string;
  /** True when the phrase wants brackets inside another joined phrase. */
  readonly joins?: boolean;
  /** For operators that JSON-Logic does not have: the plain function to register with another evaluator. */
  readonly plain?: (...values: Value[]) => Value | undefined;
}

/** Unknown as soon as one operand is unknown. */
export interface StrictCompute {
  readonly kind: 'strict';
  /** Prepares what literals allow to prepare (a pattern, a set) and returns the function of the operands' values. */
  readonly bind: (operands: readonly Operand[]) => Apply;
  /** Steps as a function of the characters or items in the facts beneath; none when absent or undefined. */
  readonly steps?: (operands: readonly Operand[]) => ((size: number) => number) | undefined;
}

/** Decides by itself what an unknown operand means. */
export interface LazyCompute {
  readonly kind: 'lazy';
  readonly build: (operands: readonly Evaluate[], described: readonly Operand[]) => Evaluate;
  /** The same answer from the operands' values; absent when `build` reads nothing but facts. */
  readonly combine?: (values: readonly (Value | undefined)[]) => Value | undefined;
  /** Which operand made it unknown; every unknown one when absent. */
  readonly blame?: (values: readonly (Value | undefined)[]) => number;
}
