import type { Kind, Operand } from '../grammar/operand.ts';
import type { Apply, Operator, Say } from '../grammar/operator.ts';
import { compilePattern } from '../grammar/pattern.ts';
import { bracketed, quoted } from '../grammar/phrase.ts';
import { want } from '../grammar/type-rules.ts';
import type { Value } from '../grammar/value.ts';

/** True when a pattern (RE2 syntax, written as a constant) is found anywhere in a text; `^` and `$` tie it to the ends. */
export const matches: Operator = {
  name: 'matches',
  arity: [2, 2],
  check: checkPattern,
  compute: { kind: 'strict', bind: bindPattern, steps: stepsOfPattern },
  plain: (text, pattern) =>
    bindPattern([{ kind: 'text' }, { kind: 'text', literal: typeof pattern === 'string' ? pattern : '' }])(
      text,
    ),
  phrase: ([text, pattern]) => `${text && bracketed(text)} matches ${quoted(pattern)}`,
  denial: ([text, pattern]) => `${text && bracketed(text)} does not match ${quoted(pattern)}`,
};

function checkPattern(operands: readonly Operand[], say: Say): Kind {
  want(operands, 0, 'text', say);
  const source = operands[1]?.literal;
  if (typeof source !== 'string') {
    say(1, 'a pattern has to be written out', 'write the pattern as text');
    return 'boolean';
  }
  const compiled = compilePattern(source);
  if ('refusal' in compiled) say(1, compiled.refusal, 'write a shorter or simpler pattern in RE2 syntax');
  return 'boolean';
}

function bindPattern([, source]: readonly Operand[]): Apply {
  const compiled = compilePattern(String(source?.literal));
  if ('refusal' in compiled) return () => undefined;
  const { pattern } = compiled;
  return (text: Value) => (typeof text === 'string' ? pattern.test(text) : undefined);
}

function stepsOfPattern([, source]: readonly Operand[]): (size: number) => number {
  const compiled = compilePattern(String(source?.literal));
  const instructions = 'pattern' in compiled ? compiled.pattern.programSize() : 0;
  return (size) => Math.ceil((size * instructions) / 500);
}
