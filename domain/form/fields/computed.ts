import { z } from 'zod';
import type { ExpressionType, ExpressionValue } from '../../condition/compile-value.ts';
import { expressionSchema } from '../condition-schema.ts';
import { declareFact } from '../declare-fact.ts';
import { shownShape } from '../field-common.ts';
import type { FieldBase, FieldKind } from '../field-kind.ts';
import { refused } from '../parsed.ts';

interface ComputedField extends FieldBase {
  readonly type: ExpressionType;
}

/** A value worked out from the others by an expression, rounded to `decimals` if it is a number; nobody hands it in. */
export const computed = {
  kind: 'computed',
  config: z.strictObject({
    kind: z.literal('computed'),
    ...shownShape,
    type: z.enum(['number', 'text', 'boolean', 'date']),
    value: expressionSchema,
    decimals: z.int().min(0).max(6).optional(),
  }),
  parse: () => refused('This is worked out here: leave it out.'),
  facts: (value, { id }) => ({ [id]: value }),
  declarations: (field, form) => [declareFact(field, form, field.type)],
  display: (value) => (typeof value === 'boolean' ? (value ? 'Yes' : 'No') : String(value)),
  fromText: (text) => text,
} satisfies FieldKind<ComputedField, ExpressionValue> & { readonly config: z.ZodType };
