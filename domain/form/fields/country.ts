import { z } from 'zod';
import { countryNames } from '../country-names.ts';
import { declareFact } from '../declare-fact.ts';
import { columnConfig, fieldConfig } from '../field-common.ts';
import type { FieldBase, FieldKind } from '../field-kind.ts';
import { refused } from '../parsed.ts';

const codes = Object.keys(countryNames);
const codeSchema = z.string().refine((code) => codes.includes(code), 'Give an ISO 3166 code such as FR');
const shape = { only: z.array(codeSchema).min(1).max(300).optional() };

interface CountryField extends FieldBase {
  readonly only?: readonly string[] | undefined;
}

/** A country or region by its ISO 3166-1 alpha-2 code; `only` narrows the choice. */
export const country = {
  kind: 'country',
  config: fieldConfig('country', shape),
  column: columnConfig('country', shape),
  parse(raw, { only = codes }) {
    const value = only.find((code) => code === raw);
    if (value !== undefined) return { value };
    return refused(
      only.length > 20 ? 'Give a two-letter country code such as FR.' : `Choose one of: ${only.join(', ')}.`,
    );
  },
  facts: (value, { id }) => ({ [id]: value }),
  declarations: (field, form) => [declareFact(field, form, 'choice', { options: field.only ?? codes })],
  display: (value) => countryNames[value] ?? value,
  fromText(text) {
    const wanted = text.trim().toLowerCase();
    const found = codes.find(
      (code) => code.toLowerCase() === wanted || countryNames[code]?.toLowerCase() === wanted,
    );
    return found ?? text;
  },
} satisfies FieldKind<CountryField, string> & Record<'config' | 'column', z.ZodType>;
