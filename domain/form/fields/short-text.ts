import { z } from 'zod';
import { cleanText } from '../clean-text.ts';
import { declareFact } from '../declare-fact.ts';
import { columnConfig, fieldConfig } from '../field-common.ts';
import type { FieldBase, FieldKind } from '../field-kind.ts';
import { refused } from '../parsed.ts';
import { compilePattern, patternSchema } from '../pattern.ts';
import { textIn, textSchema } from '../text-schema.ts';

const shape = {
  minLength: z.int().min(1).max(500).optional(),
  maxLength: z.int().min(1).max(500).optional(),
  pattern: patternSchema.optional(),
  patternHelp: textSchema.optional(),
};

interface ShortTextField extends FieldBase {
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly pattern?: string | undefined;
  readonly patternHelp?: z.infer<typeof textSchema> | undefined;
}

/** One line of text, 200 characters unless said otherwise (500 at most); may have to match a pattern as a whole. */
export const shortText = {
  kind: 'short_text',
  config: fieldConfig('short_text', shape),
  column: columnConfig('short_text', shape),
  parse(raw, field, form) {
    const { minLength, maxLength = 200, pattern, patternHelp } = field;
    const parsed = cleanText(raw, { lines: 'one', minLength, maxLength });
    if ('problems' in parsed || pattern === undefined || compilePattern(pattern)(parsed.value)) return parsed;
    return refused(
      patternHelp === undefined ? 'This is not written as it should be.' : textIn(patternHelp, form.language),
    );
  },
  facts: (value, { id }) => ({ [id]: value }),
  declarations: (field, form) => [declareFact(field, form, 'text')],
  display: (value) => value,
  fromText: (text) => text,
} satisfies FieldKind<ShortTextField, string> & Record<'config' | 'column', z.ZodType>;
