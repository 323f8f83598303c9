import { z } from 'zod';
import { declareFact } from '../declare-fact.ts';
import { fieldConfig } from '../field-common.ts';
import type { FieldBase, FieldKind } from '../field-kind.ts';
import { refused } from '../parsed.ts';
import { parseReference } from '../reference-kind.ts';

interface FileField extends FieldBase {
  readonly maxFiles?: number | undefined;
}

/**
 * Files uploaded before, by attachment id: at most `maxFiles` (10 unless said). `accept` lists endings of names and
 * `maxBytes` the size of one file; both are held against the attachments themselves by `attachmentProblems`.
 */
export const file = {
  kind: 'file',
  config: fieldConfig('file', {
    maxFiles: z.int().min(1).max(50).optional(),
    maxBytes: z.int().min(1).max(1_000_000_000).optional(),
    accept: z
      .array(
        z.string().regex(/^[a-z0-9]{1,10}$/, 'Give the ending in small letters without the dot, such as pdf'),
      )
      .min(1)
      .max(50)
      .optional(),
  }),
  parse(raw, { maxFiles = 10 }) {
    if (!Array.isArray(raw)) return refused('Give a list of attachment ids, even for a single one.');
    if (raw.length > maxFiles)
      return refused(`Attach at most ${maxFiles} ${maxFiles === 1 ? 'file' : 'files'}.`);
    const value: string[] = [];
    for (const [index, item] of raw.entries()) {
      const parsed = parseReference(item, 'an uploaded file');
      if ('problems' in parsed) return refused('Choose an uploaded file, given by its id.', `/${index}`);
      if (value.includes(parsed.value)) return refused('Attach each file once.', `/${index}`);
      value.push(parsed.value);
    }
    return { value };
  },
  facts: (value, { id }) => ({ [`${id}.count`]: value.length }),
  declarations: (field, form) => [declareFact(field, form, 'number', { part: 'count' })],
  display: (value) => (value.length === 1 ? '1 file' : `${value.length} files`),
  fromText: (text) => text.split(/[\s,;]+/).filter((id) => id !== ''),
  references: (value) => value.map((id, index) => ({ kind: 'file', id, pointer: `/${index}` })),
} satisfies FieldKind<FileField, readonly string[]> & { readonly config: z.ZodType };
