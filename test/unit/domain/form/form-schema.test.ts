import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { formSchema } from '../../../../domain/form/form-schema.ts';
import { vendorForm } from './forms.ts';

const base = { language: 'en', sections: [{ id: 's', title: 'S', fields: ['a'] }] };
const withField = (field: object) => ({ ...base, fields: [field] });
const text = { id: 'a', kind: 'short_text', label: 'A' };

describe('the schema of a form', () => {
  it('changes nothing in what it accepts', () => {
    expect(formSchema.parse(JSON.parse(JSON.stringify(vendorForm)))).toEqual(vendorForm);
  });

  it('can be written as JSON Schema', () => {
    expect(() => z.toJSONSchema(formSchema, { unrepresentable: 'throw' })).not.toThrow();
  });

  it.each<[fact: string, form: unknown, path: string]>([
    ['an unknown key of the form', { ...base, fields: [], colour: 'red' }, ''],
    [
      'a key that changes prototypes',
      JSON.parse('{"language":"en","sections":[],"fields":[],"__proto__":{}}'),
      '',
    ],
    ['an unknown key of a field', withField({ ...text, colour: 'red' }), 'fields.0'],
    ['a setting of another kind', withField({ ...text, maxFiles: 3 }), 'fields.0'],
    ['an unknown kind', withField({ ...text, kind: 'colour' }), 'fields.0.kind'],
    ['a field id with a dot', withField({ ...text, id: 'a.b' }), 'fields.0.id'],
    ['a field id with a capital first', withField({ ...text, id: 'Amount' }), 'fields.0.id'],
    ['a field id of 64 characters', withField({ ...text, id: 'a'.repeat(64) }), 'fields.0.id'],
    ['a field id that objects have', withField({ ...text, id: 'constructor' }), 'fields.0.id'],
    ['a field id that changes prototypes', withField({ ...text, id: '__proto__' }), 'fields.0.id'],
    ['a field without a label', withField({ id: 'a', kind: 'number' }), 'fields.0.label'],
    ['a condition that is a word', withField({ ...text, when: 'always' }), 'fields.0.when'],
    ['a condition that is a list', withField({ ...text, when: [] }), 'fields.0.when'],
    [
      'a condition too deep to be read',
      withField({ ...text, when: JSON.parse(`${'{"!":'.repeat(30_000)}1${'}'.repeat(30_000)}`) }),
      'fields.0.when',
    ],
    ['required as a word', withField({ ...text, required: 'yes' }), 'fields.0.required'],
    ['an unknown purpose', withField({ ...text, purpose: 'fun' }), 'fields.0.purpose'],
    ['a person as a role', withField({ ...text, see: ['Ana Lima'] }), 'fields.0.see.0'],
    ['a pattern that cannot be read', withField({ ...text, pattern: '(' }), 'fields.0.pattern'],
    ['a length beyond reason', withField({ ...text, maxLength: 501 }), 'fields.0.maxLength'],
    [
      'a computed field without an expression',
      withField({ id: 'a', kind: 'computed', label: 'A', type: 'number' }),
      'fields.0.value',
    ],
    [
      'a computed null',
      withField({ id: 'a', kind: 'computed', label: 'A', type: 'number', value: null }),
      'fields.0.value',
    ],
    [
      'a computed field that is required',
      withField({ id: 'a', kind: 'computed', label: 'A', type: 'number', value: 1, required: true }),
      'fields.0',
    ],
    [
      'a table in a table',
      withField({ id: 'a', kind: 'table', label: 'A', columns: [{ id: 'b', kind: 'table', label: 'B' }] }),
      'fields.0.columns.0.kind',
    ],
    [
      'a condition in a column',
      withField({ id: 'a', kind: 'table', label: 'A', columns: [{ ...text, when: {} }] }),
      'fields.0.columns.0',
    ],
    [
      'a table without columns',
      withField({ id: 'a', kind: 'table', label: 'A', columns: [] }),
      'fields.0.columns',
    ],
    [
      'an option id with a space',
      withField({ id: 'a', kind: 'choice', label: 'A', options: ['a b'] }),
      'fields.0.options.0',
    ],
    ['no options', withField({ id: 'a', kind: 'choice', label: 'A', options: [] }), 'fields.0.options'],
    [
      'a date that does not exist',
      withField({ id: 'a', kind: 'date', label: 'A', min: '2026-02-30' }),
      'fields.0.min',
    ],
    [
      'a moment without an offset',
      withField({ id: 'a', kind: 'datetime', label: 'A', min: '2026-02-20T10:00' }),
      'fields.0.min',
    ],
    [
      'a country that does not exist',
      withField({ id: 'a', kind: 'country', label: 'A', only: ['XX'] }),
      'fields.0.only.0',
    ],
    [
      'a currency that does not exist',
      { ...base, fields: [], currencies: { base: 'XXX' } },
      'currencies.base',
    ],
    [
      'a rate of nothing',
      { ...base, fields: [], currencies: { base: 'EUR', rates: { USD: 0 } } },
      'currencies.rates.USD',
    ],
    [
      'more rates than there are currencies',
      { ...base, fields: [], currencies: { base: 'EUR', rates: { eur: 1 } } },
      'currencies.rates.eur',
    ],
    ['a language that is none', { ...base, language: 'English', fields: [] }, 'language'],
    [
      '301 fields',
      { ...base, fields: Array.from({ length: 301 }, (_, index) => ({ ...text, id: `a${index}` })) },
      'fields',
    ],
    [
      'a section id with a dot',
      { ...base, sections: [{ id: 's.t', title: 'S', fields: [] }], fields: [] },
      'sections.0.id',
    ],
  ])('refuses %s', (_fact, form, path) => {
    const result = formSchema.safeParse(form);
    expect(result.success).toBe(false);
    expect(result.error?.issues.map((issue) => issue.path.join('.'))).toContain(path);
  });
});
