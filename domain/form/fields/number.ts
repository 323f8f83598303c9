import { z } from 'zod';
import { decimalsOf, withoutNegativeZero } from '../decimals.ts';
import { declareFact } from '../declare-fact.ts';
import { explainNotANumber } from '../explain-not-a-number.ts';
import { columnConfig, fieldConfig } from '../field-common.ts';
import type { FieldBase, FieldKind } from '../field-kind.ts';
import { numberFromText } from '../number-from-text.ts';
import { refused } from '../parsed.ts';
import { textIn, textOf } from '../text-schema.ts';

const largest = Number.MAX_SAFE_INTEGER;
const bound = z.number().min(-largest).max(largest).optional();
const shape = {
  min: bound,
  max: bound,
  decimals: z.int().min(0).max(6).optional(),
  unit: textOf(40).optional(),
};

interface NumberField extends FieldBase {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly decimals?: number | undefined;
  readonly unit?: z.infer<NonNullable<typeof shape.unit>> | undefined;
}

/** A number up to 2^53 either way, between `min` and `max` inclusive, with at most `decimals` decimals (any unless said). */
export const numberField = {
  kind: 'number',
  config: fieldConfig('number', shape),
  column: columnConfig('number', shape),
  parse(raw, { min = -largest, max = largest, decimals }) {
    if (typeof raw !== 'number' || !Number.isFinite(raw)) return refused(explainNotANumber(raw));
    if (raw < min) return refused(`Give a number of at least ${min}.`);
    if (raw > max) return refused(`Give a number of at most ${max}.`);
    if (decimals === 0 && !Number.isInteger(raw)) return refused('Give a whole number.');
    if (decimals !== undefined && decimalsOf(raw) > decimals)
      return refused(`Give at most ${decimals} decimals.`);
    return { value: withoutNegativeZero(raw) };
  },
  facts: (value, { id }) => ({ [id]: value }),
  declarations: (field, form) => [declareFact(field, form, 'number')],
  display: (value, { unit }, form) =>
    unit === undefined ? String(value) : `${value} ${textIn(unit, form.language)}`,
  fromText: (text, { decimals }) => numberFromText(text, decimals) ?? text,
} satisfies FieldKind<NumberField, number> & Record<'config' | 'column', z.ZodType>;
