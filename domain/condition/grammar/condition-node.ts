import type { Scalar } from './value.ts';

/** A condition as it was read and found well formed: facts, literals, lists of literals, and operations on them. */
export type ConditionNode = FactNode | LiteralNode | ListNode | OperationNode;

/** `{"var": key}`. */
export interface FactNode {
  readonly kind: 'fact';
  readonly key: string;
}

/** Text, a number, true or false. */
export interface LiteralNode {
  readonly kind: 'literal';
  readonly value: Scalar;
}

/** A list of literals of one type. */
export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly Scalar[];
}

/** An operator of the allow-list with its operands in the order they are stored. */
export interface OperationNode {
  readonly kind: 'operation';
  readonly operator: string;
  readonly operands: readonly ConditionNode[];
}
