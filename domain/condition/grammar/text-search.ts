import { foldText } from './fold-text.ts';
import type { Operand } from './operand.ts';
import type { Apply, Operator } from './operator.ts';
import { bracketed, quoted } from './phrase.ts';
import { wantEach } from './type-rules.ts';
import type { Value } from './value.ts';

/** What tells the operators that look inside a text apart; both texts come folded. */
export interface TextSearch {
  readonly name: string;
  readonly holds: (text: string, part: string) => boolean;
  readonly words: string;
  readonly opposite: string;
}

/** An operator that looks for one text in another, whatever the case or compatibility form of the letters. */
export function textSearch({ name, holds, words, opposite }: TextSearch): Operator {
  const plain = (text: Value, part: Value) =>
    typeof text === 'string' && typeof part === 'string' ? holds(foldText(text), foldText(part)) : undefined;
  const bind = ([, part]: readonly Operand[]): Apply => {
    if (typeof part?.literal !== 'string') return plain;
    const folded = foldText(part.literal);
    return (text) => (typeof text === 'string' ? holds(foldText(text), folded) : undefined);
  };
  return {
    name,
    arity: [2, 2],
    check: (operands, say) => {
      wantEach(operands, 'text', say);
      if (operands[1]?.literal === '')
        say(1, 'every text has the empty text in it', 'write what to look for');
      return 'boolean';
    },
    compute: { kind: 'strict', bind, steps: () => stepPerHundredCharacters },
    plain,
    phrase: ([text, part]) => `${text && bracketed(text)} ${words} ${quoted(part)}`,
    denial: ([text, part]) => `${text && bracketed(text)} ${opposite} ${quoted(part)}`,
  };
}

function stepPerHundredCharacters(size: number): number {
  return Math.ceil(size / 100);
}
