import { z } from 'zod';
import { conditionSchema } from '../condition-schema.ts';
import { fieldIdSchema } from '../field-common.ts';
import type { FieldBase, FieldKind } from '../field-kind.ts';
import { refused } from '../parsed.ts';
import { textOf, textSchema } from '../text-schema.ts';

/** A heading or text of help between the fields, in Markdown; it has no value. */
export const note = {
  kind: 'note',
  config: z.strictObject({
    kind: z.literal('note'),
    id: fieldIdSchema,
    label: textSchema.optional(),
    text: textOf(10_000),
    when: conditionSchema.optional(),
  }),
  parse: () => refused('This is a note, not a question: leave it out.'),
  facts: () => ({}),
  declarations: () => [],
  display: () => '',
  fromText: (text) => text,
} satisfies FieldKind<FieldBase> & { readonly config: z.ZodType };
