import { z } from 'zod';
import { dayNumber } from '../../condition/grammar/time-value.ts';
import { declareFact } from '../declare-fact.ts';
import { columnConfig, fieldConfig } from '../field-common.ts';
import type { FieldBase, FieldKind } from '../field-kind.ts';
import { refused } from '../parsed.ts';

const dateText = z.string().refine((text) => isDate(text), 'Give a date such as 2026-03-05');
const shape = { min: dateText.optional(), max: dateText.optional() };

interface DateField extends FieldBase {
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}

/** A day of the calendar, `YYYY-MM-DD`, between `min` and `max` inclusive. */
export const dateField = {
  kind: 'date',
  config: fieldConfig('date', shape),
  column: columnConfig('date', shape),
  parse(raw, { min, max }) {
    const value = typeof raw === 'string' ? raw.trim() : '';
    if (!isDate(value)) return refused('Give a date that exists, as year-month-day: 2026-03-05.');
    if (min !== undefined && value < min) return refused(`Give a date on or after ${min}.`);
    if (max !== undefined && value > max) return refused(`Give a date on or before ${max}.`);
    return { value };
  },
  facts: (value, { id }) => ({ [id]: value }),
  declarations: (field, form) => [declareFact(field, form, 'date')],
  display: (value) => value,
  fromText: (text) => text,
} satisfies FieldKind<DateField, string> & Record<'config' | 'column', z.ZodType>;

function isDate(text: string): boolean {
  return /^[1-9]/.test(text) && dayNumber(text) !== undefined;
}
