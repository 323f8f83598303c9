import type { z } from 'zod';
import { cleanText } from '../clean-text.ts';
import { declareFact } from '../declare-fact.ts';
import { columnConfig, fieldConfig } from '../field-common.ts';
import type { FieldBase, FieldKind } from '../field-kind.ts';
import { refused } from '../parsed.ts';

const maxLength = 2000;

/** A web address with http or https and without a password in it, stored in its normal form, at most 2,000 characters. */
export const url = {
  kind: 'url',
  config: fieldConfig('url', {}),
  column: columnConfig('url', {}),
  parse(raw) {
    const parsed = cleanText(raw, { lines: 'one', maxLength });
    if ('problems' in parsed) return parsed;
    if (!/^https?:\/\//i.test(parsed.value) || !URL.canParse(parsed.value))
      return refused('Give a web address that starts with https://, such as https://example.com/page.');
    const address = new URL(parsed.value);
    if (address.username !== '' || address.password !== '')
      return refused('Take the name and password out of the address.');
    if (address.href.length > maxLength) return refused(`Shorten the address to ${maxLength} characters.`);
    return { value: address.href };
  },
  facts: (value, { id }) => ({ [id]: value }),
  declarations: (field, form) => [declareFact(field, form, 'text')],
  display: (value) => value,
  fromText: (text) => text,
} satisfies FieldKind<FieldBase, string> & Record<'config' | 'column', z.ZodType>;
