import { describe, expect, it } from 'vitest';
import { fieldKind } from '../../../../../domain/form/fields/field-kinds.ts';
import type { Json } from '../../../../../domain/hash/canonical-json.ts';
import { fieldOf } from '../forms.ts';

interface Refusal {
  readonly says: string;
  readonly at: string;
}

/** One way of handing a value in, and what is stored, or the sentence that refuses it. */
type Row = readonly [fact: string, raw: unknown, expected: Json | Refusal];

/** A refusal by a sentence, at a place inside the value. */
export function says(sentence: string, at = ''): Refusal {
  return { says: sentence, at };
}

/** Tests, row by row, what each field stores or refuses, and that what is stored comes back as itself. */
export function describeParsing(
  fields: readonly { readonly field: object; readonly rows: readonly Row[] }[],
) {
  for (const { field: settings, rows } of fields) {
    describe(`a field ${JSON.stringify(settings).slice(0, 80)}`, () => {
      const { field, form } = fieldOf(settings);
      const kind = fieldKind(field);
      it.each(rows)('%s', (_fact, raw, expected) => {
        const parsed = kind.parse(raw, field, form);
        if (typeof expected === 'object' && expected !== null && 'says' in expected) {
          expect(parsed).toEqual({ problems: [{ pointer: expected.at, detail: expected.says }] });
          return;
        }
        expect(parsed).toEqual({ value: expected });
        expect(kind.parse(expected, field, form)).toEqual({ value: expected });
      });
    });
  }
}
