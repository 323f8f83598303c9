import { z } from 'zod';
import { cleanText } from '../clean-text.ts';
import { declareFact } from '../declare-fact.ts';
import { columnConfig, fieldConfig } from '../field-common.ts';
import type { FieldBase, FieldKind } from '../field-kind.ts';

const shape = {
  minLength: z.int().min(1).max(20_000).optional(),
  maxLength: z.int().min(1).max(20_000).optional(),
};

interface LongTextField extends FieldBase {
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
}

/** Text of several lines, 5,000 characters unless said otherwise (20,000 at most). */
export const longText = {
  kind: 'long_text',
  config: fieldConfig('long_text', shape),
  column: columnConfig('long_text', shape),
  parse: (raw, { minLength, maxLength = 5000 }) => cleanText(raw, { lines: 'many', minLength, maxLength }),
  facts: (value, { id }) => ({ [id]: value }),
  declarations: (field, form) => [declareFact(field, form, 'text')],
  display: (value) => value,
  fromText: (text) => text,
} satisfies FieldKind<LongTextField, string> & Record<'config' | 'column', z.ZodType>;
