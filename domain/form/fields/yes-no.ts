import type { z } from 'zod';
import { declareFact } from '../declare-fact.ts';
import { columnConfig, fieldConfig } from '../field-common.ts';
import type { FieldBase, FieldKind } from '../field-kind.ts';
import { refused } from '../parsed.ts';

const words: ReadonlyMap<string, boolean> = new Map([
  ...['yes', 'y', 'true', '1', 'on'].map((word) => [word, true] as const),
  ...['no', 'n', 'false', '0', 'off'].map((word) => [word, false] as const),
]);

/** Yes or no; not answered is neither. */
export const yesNo = {
  kind: 'yes_no',
  config: fieldConfig('yes_no', {}),
  column: columnConfig('yes_no', {}),
  parse: (raw) => (typeof raw === 'boolean' ? { value: raw } : refused('Answer true (yes) or false (no).')),
  facts: (value, { id }) => ({ [id]: value }),
  declarations: (field, form) => [declareFact(field, form, 'boolean')],
  display: (value) => (value ? 'Yes' : 'No'),
  fromText: (text) => words.get(text.trim().toLowerCase()) ?? text,
} satisfies FieldKind<FieldBase, boolean> & Record<'config' | 'column', z.ZodType>;
