import { z } from 'zod';
import { baseAmount, type Money } from '../base-amount.ts';
import { isRecord } from '../bounded-json.ts';
import { currencyDigits } from '../currency-digits.ts';
import { decimalsOf, withoutNegativeZero } from '../decimals.ts';
import { declareFact } from '../declare-fact.ts';
import { explainNotANumber } from '../explain-not-a-number.ts';
import { columnConfig, fieldConfig } from '../field-common.ts';
import type { FieldBase, FieldKind } from '../field-kind.ts';
import { currencySchema, type FormContext } from '../form-context.ts';
import { numberFromText } from '../number-from-text.ts';
import { type Parsed, refused } from '../parsed.ts';

const largest = 999_999_999_999;
/** No currency has more decimals. */
const mostDigits = 3;
const bound = z.number().min(-largest).max(largest).optional();
const shape = { min: bound, max: bound, currencies: z.array(currencySchema).min(1).max(200).optional() };

interface MoneyField extends FieldBase {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly currencies?: readonly string[] | undefined;
}

type StoredMoney = Money & { readonly [key: string]: string | number };

/**
 * An amount in a currency of the form's table, `{amount, currency}`: below a million million, with at most the decimals of
 * its currency. `amount` may be handed in as a decimal text. `min` and `max` (inclusive) are in the base currency.
 */
export const money = {
  kind: 'money',
  config: fieldConfig('money', shape),
  column: columnConfig('money', shape),
  parse(raw, field, form) {
    if (!isRecord(raw)) return refused('Give amount and currency: {"amount": 1234.50, "currency": "EUR"}.');
    const extra = Object.keys(raw).find((key) => key !== 'amount' && key !== 'currency');
    if (extra !== undefined) return refused('Give amount and currency, and nothing else.');
    const allowed = currenciesOf(field, form);
    const currency = raw['currency'];
    const known = typeof currency === 'string' && allowed.includes(currency) ? currency : undefined;
    const amount = parseAmount(raw['amount'], known);
    const faults = 'problems' in amount ? amount.problems : [];
    if (known === undefined) {
      const { problems } = refused(`Give one of these currencies: ${allowed.join(', ')}.`, '/currency');
      return { problems: [...faults, ...problems] };
    }
    if ('problems' in amount) return amount;
    return within({ amount: amount.value, currency: known }, field, form);
  },
  facts(value, { id }, form) {
    const base = form.currencies === undefined ? undefined : baseAmount(value, form.currencies);
    return {
      [`${id}.amount`]: value.amount,
      [`${id}.currency`]: value.currency,
      ...(base === undefined ? {} : { [`${id}.base`]: base }),
    };
  },
  declarations: (field, form) => [
    declareFact(field, form, 'number', { part: 'amount' }),
    declareFact(field, form, 'choice', { part: 'currency', options: currenciesOf(field, form) }),
    declareFact(field, form, 'number', {
      part: 'base',
      ...(form.currencies === undefined ? {} : { as: `in ${form.currencies.base}` }),
    }),
  ],
  display: ({ amount, currency }) => `${amount.toFixed(currencyDigits(currency) ?? 2)} ${currency}`,
  fromText(text, field, form) {
    const code = /(?<![A-Za-z])[A-Za-z]{3}(?![A-Za-z])/.exec(text)?.[0];
    const allowed = currenciesOf(field, form);
    const currency = code?.toUpperCase() ?? (allowed.length === 1 ? allowed[0] : undefined);
    const rest = code === undefined ? text : text.replace(code, '');
    if (currency === undefined) return text;
    return { amount: numberFromText(rest, currencyDigits(currency) ?? 2) ?? rest.trim(), currency };
  },
} satisfies FieldKind<MoneyField, StoredMoney> & Record<'config' | 'column', z.ZodType>;

/** The currencies a money field takes: its own list as far as the form's table knows them, else the whole table. */
function currenciesOf(field: MoneyField, form: FormContext): readonly string[] {
  if (form.currencies === undefined) return [];
  const known = [form.currencies.base, ...Object.keys(form.currencies.rates ?? {})];
  const { currencies: wanted } = field;
  return wanted === undefined ? [...new Set(known)] : wanted.filter((code) => known.includes(code));
}

/** Without a currency nothing is said of decimals: how many there may be is not known. */
function parseAmount(raw: unknown, currency: string | undefined): Parsed<number> {
  const isDecimalText = typeof raw === 'string' && /^-?\d{1,12}(\.\d{1,3})?$/.test(raw);
  const amount = isDecimalText ? Number(raw) : raw;
  if (typeof amount !== 'number' || !Number.isFinite(amount))
    return refused(explainNotANumber(amount), '/amount');
  if (Math.abs(amount) > largest) return refused('Give an amount below a million million.', '/amount');
  const digits = currency === undefined ? mostDigits : (currencyDigits(currency) ?? 2);
  if (decimalsOf(amount) > digits)
    return refused(
      digits === 0 ? `Give ${currency} without decimals.` : `Give at most ${digits} decimals.`,
      '/amount',
    );
  return { value: withoutNegativeZero(amount) };
}

function within(value: StoredMoney, { min, max }: MoneyField, form: FormContext): Parsed<StoredMoney> {
  const base = form.currencies === undefined ? undefined : baseAmount(value, form.currencies);
  if (base === undefined) return { value };
  if (min !== undefined && base < min)
    return refused(`Give at least ${min} ${form.currencies?.base}.`, '/amount');
  if (max !== undefined && base > max)
    return refused(`Give at most ${max} ${form.currencies?.base}.`, '/amount');
  return { value };
}
