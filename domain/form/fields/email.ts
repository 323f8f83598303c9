import { z } from 'zod';
import { cleanText } from '../clean-text.ts';
import { declareFact } from '../declare-fact.ts';
import { columnConfig, fieldConfig } from '../field-common.ts';
import type { FieldBase, FieldKind } from '../field-kind.ts';
import { refused } from '../parsed.ts';

/** An e-mail address; the part after the @ is stored in small letters. */
export const email = {
  kind: 'email',
  config: fieldConfig('email', {}),
  column: columnConfig('email', {}),
  parse(raw) {
    const parsed = cleanText(raw, { lines: 'one', maxLength: 254 });
    if ('problems' in parsed) return parsed;
    if (!z.regexes.email.test(parsed.value))
      return refused('Give one e-mail address, such as ana@example.com.');
    const at = parsed.value.lastIndexOf('@');
    return { value: parsed.value.slice(0, at) + parsed.value.slice(at).toLowerCase() };
  },
  facts: (value, { id }) => ({ [id]: value }),
  declarations: (field, form) => [declareFact(field, form, 'text')],
  display: (value) => value,
  fromText: (text) => text,
} satisfies FieldKind<FieldBase, string> & Record<'config' | 'column', z.ZodType>;
