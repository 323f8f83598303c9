import type { z } from 'zod';
import { cleanText } from '../clean-text.ts';
import { declareFact } from '../declare-fact.ts';
import { columnConfig, fieldConfig } from '../field-common.ts';
import type { FieldBase, FieldKind } from '../field-kind.ts';
import { refused } from '../parsed.ts';

/** A telephone number with its country code, stored as E.164 writes it: `+33123456789`. */
export const phone = {
  kind: 'phone',
  config: fieldConfig('phone', {}),
  column: columnConfig('phone', {}),
  parse(raw) {
    const parsed = cleanText(raw, { lines: 'one', maxLength: 50 });
    if ('problems' in parsed) return parsed;
    const digits = parsed.value.replace(/[\s().\-/]/g, '').replace(/^00/, '+');
    return /^\+[1-9]\d{5,14}$/.test(digits)
      ? { value: digits }
      : refused('Give the number with its country code, such as +33 1 23 45 67 89.');
  },
  facts: (value, { id }) => ({ [id]: value }),
  declarations: (field, form) => [declareFact(field, form, 'text')],
  display: (value) => value,
  fromText: (text) => text,
} satisfies FieldKind<FieldBase, string> & Record<'config' | 'column', z.ZodType>;
