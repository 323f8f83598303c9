import type { Gate } from '../../../domain/approval/gate-schema.ts';
import { compileCondition } from '../../../domain/condition/compile-condition.ts';
import type { Condition } from '../../../domain/condition/condition.ts';
import type { TraceNode } from '../../../domain/condition/trace-node.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import { factSet } from '../../../domain/fact/fact-set.ts';
import { displayValues } from '../../../domain/form/display-value.ts';
import { factsOfValues } from '../../../domain/form/form-facts.ts';
import type { Form } from '../../../domain/form/form-schema.ts';
import { textIn } from '../../../domain/form/text-schema.ts';
import type { Values } from '../../../domain/form/values.ts';

/** Between an answer and what it is measured by; anything else is told by the answer alone. */
const measured: Readonly<Record<string, string>> = {
  '>': 'over',
  '>=': 'at least',
  '<': 'under',
  '<=': 'at most',
};

/** A sentence of more is no longer read at a glance. */
const toldAtMost = 2;

/**
 * Why a gate is asked for, with the answers of the case: `Spend per year €48,000 is over €25,000`. Only the values given are told of, so
 * give those the reader may see. Without any that says it, the gate's own help; null when it has none.
 */
export function gateReason(
  form: Form,
  { when, help }: Pick<Gate, 'when' | 'help'>,
  values: Values,
): string | null {
  const told = when === undefined ? [] : tellings(form, when as Condition, values);
  if (told.length > 0) return [...new Set(told)].slice(0, toldAtMost).join('; ');
  return help === undefined ? null : textIn(help, form.language);
}

/** The answers that a gate was asked for, by the ids of their fields, out of those given; none when its condition cannot be read. */
export function decidingFields(form: Form, { when }: Pick<Gate, 'when'>, values: Values): readonly string[] {
  if (when === undefined) return [];
  const read = holdingIn(form, when as Condition, values).flatMap((node) => fieldOf(node) ?? []);
  return [...new Set(read)].filter((id) => Object.hasOwn(values, id));
}

function tellings(form: Form, when: Condition, values: Values): string[] {
  const shown = new Map(displayValues(form, values).map((one) => [one.id, one]));
  return holdingIn(form, when, values).flatMap((node) => tellingOf(node, { form, values, shown }) ?? []);
}

/** The comparisons of a condition that these answers make true. */
function holdingIn(form: Form, when: Condition, values: Values): TraceNode[] {
  try {
    return holding(compileCondition(when).trace(factSet(factsOfValues(form, values))));
  } catch (error) {
    if (error instanceof DomainError) return [];
    throw error;
  }
}

/** The comparisons that make it true. */
function holding(node: TraceNode): TraceNode[] {
  if (node.result !== true || node.op === 'not' || node.op === '!' || node.op === 'present') return [];
  if (node.op === 'and' || node.op === 'or') return (node.operands ?? []).flatMap(holding);
  return [node];
}

function fieldOf(node: TraceNode): string | undefined {
  const fact = node.op === 'var' ? node : node.operands?.find(({ op }) => op === 'var');
  return fact?.fact?.split('.', 1)[0];
}

interface Telling {
  readonly form: Form;
  readonly values: Values;
  readonly shown: ReadonlyMap<string, { readonly label: string; readonly text: string }>;
}

function tellingOf(node: TraceNode, { form, values, shown }: Telling): string | undefined {
  const fact = node.op === 'var' ? node : node.operands?.find(({ op }) => op === 'var');
  const [id = '', part] = fact?.fact?.split('.', 2) ?? [];
  const answer = shown.get(id);
  if (answer === undefined) return undefined;
  const value = moneyOf(values[id]) ?? answer.text;
  const limit = node.operands?.find(({ op }) => op === 'literal')?.result;
  const against = node.operands?.[0] === fact ? measured[node.op] : undefined;
  if (against === undefined || typeof limit !== 'number')
    return answer.label.endsWith('?') ? `${answer.label} ${value}` : `${answer.label}: ${value}`;
  const currency = part === 'base' ? form.currencies?.base : currencyOf(values[id]);
  return `${answer.label} ${value} is ${against} ${amountIn(limit, currency)}`;
}

const numbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 });

function amountIn(amount: number, currency: string | undefined): string {
  if (currency === undefined) return numbers.format(amount);
  const whole = Number.isInteger(amount) ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {};
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency, ...whole }).format(amount);
}

function moneyOf(value: unknown): string | undefined {
  const currency = currencyOf(value);
  const amount = typeof value === 'object' && value !== null ? Reflect.get(value, 'amount') : undefined;
  return currency === undefined || typeof amount !== 'number' ? undefined : amountIn(amount, currency);
}

function currencyOf(value: unknown): string | undefined {
  const currency = typeof value === 'object' && value !== null ? Reflect.get(value, 'currency') : undefined;
  return typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? currency : undefined;
}
