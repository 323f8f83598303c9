import { describe, expect, it } from 'vitest';
import { columnKinds, columnSchema } from '../../../../../domain/form/fields/column-kinds.ts';
import { fieldKind, fieldKinds, fieldSchema } from '../../../../../domain/form/fields/field-kinds.ts';
import type { Json } from '../../../../../domain/hash/canonical-json.ts';
import { fieldOf, formOf, fruit as options } from '../forms.ts';

describe('money', () => {
  it('names what is wrong with the amount and with the currency at once', () => {
    const { field, form } = fieldOf({ kind: 'money', currencies: ['USD'] });
    const currency = { pointer: '/currency', detail: 'Give one of these currencies: USD.' };
    const problemsOf = (raw: unknown) => fieldKind(field).parse(raw, field, form);
    expect(problemsOf({ amount: 'x', currency: 'XXX' })).toEqual({
      problems: [{ pointer: '/amount', detail: 'Give a number, without “x”.' }, currency],
    });
    expect(problemsOf({ amount: 1.00005, currency: 'XXX' })).toEqual({
      problems: [{ pointer: '/amount', detail: 'Give at most 3 decimals.' }, currency],
    });
    expect(problemsOf({ amount: 1.005, currency: 'KWD' })).toEqual({ problems: [currency] });
  });
});

describe('money in a form without currencies', () => {
  const form = formOf([{ id: 'it', kind: 'money', label: 'It' }], { currencies: undefined });
  const [field] = form.fields;

  it('takes nothing and gives no amount in a base', () => {
    if (field === undefined) throw new Error('the form has one field');
    const kind = fieldKind(field);
    expect(kind.parse({ amount: 1, currency: 'EUR' }, field, form)).toHaveProperty('problems');
    expect(kind.facts({ amount: 1, currency: 'EUR' }, field, form)).toEqual({
      'it.amount': 1,
      'it.currency': 'EUR',
    });
  });
});

describe('what a stored value gives', () => {
  const table = {
    kind: 'table',
    columns: [
      { id: 'name', kind: 'short_text', label: { en: 'Name', fr: 'Nom' } },
      { id: 'price', kind: 'money', label: 'Price' },
      { id: 'owner', kind: 'person', label: 'Owner' },
    ],
  };
  it.each<[settings: object, value: Json, facts: object, text: string]>([
    [{ kind: 'short_text' }, 'x', { it: 'x' }, 'x'],
    [{ kind: 'long_text' }, 'x\ny', { it: 'x\ny' }, 'x\ny'],
    [{ kind: 'number' }, 3.5, { it: 3.5 }, '3.5'],
    [{ kind: 'number', unit: { en: 'days', fr: 'jours' } }, 3, { it: 3 }, '3 days'],
    [
      { kind: 'money' },
      { amount: 10, currency: 'USD' },
      { 'it.amount': 10, 'it.currency': 'USD', 'it.base': 9.2 },
      '10.00 USD',
    ],
    [
      { kind: 'money' },
      { amount: 1000, currency: 'JPY' },
      { 'it.amount': 1000, 'it.currency': 'JPY', 'it.base': 6.1 },
      '1000 JPY',
    ],
    [{ kind: 'date' }, '2026-03-05', { it: '2026-03-05' }, '2026-03-05'],
    [
      { kind: 'datetime' },
      '2026-03-05T09:00:00.000Z',
      { it: Date.UTC(2026, 2, 5, 9) },
      '2026-03-05 09:00 UTC',
    ],
    [{ kind: 'choice', options }, 'b', { it: 'b' }, 'Pear'],
    [{ kind: 'choice', options }, 'gone', { it: 'gone' }, 'gone'],
    [{ kind: 'multi_choice', options }, ['a', 'c'], { it: ['a', 'c'] }, 'Apple, c'],
    [{ kind: 'yes_no' }, true, { it: true }, 'Yes'],
    [{ kind: 'yes_no' }, false, { it: false }, 'No'],
    [{ kind: 'person' }, 'p-1', { it: 'p-1' }, 'p-1'],
    [{ kind: 'team' }, 't-1', { it: 't-1' }, 't-1'],
    [{ kind: 'account' }, 'a-1', { it: 'a-1' }, 'a-1'],
    [{ kind: 'country' }, 'DE', { it: 'DE' }, 'Germany'],
    [{ kind: 'email' }, 'a@example.com', { it: 'a@example.com' }, 'a@example.com'],
    [{ kind: 'url' }, 'https://example.com/', { it: 'https://example.com/' }, 'https://example.com/'],
    [{ kind: 'phone' }, '+33123456789', { it: '+33123456789' }, '+33123456789'],
    [{ kind: 'file' }, ['f-1'], { 'it.count': 1 }, '1 file'],
    [{ kind: 'file' }, ['f-1', 'f-2'], { 'it.count': 2 }, '2 files'],
    [
      table,
      [{ name: 'a', price: { amount: 1, currency: 'EUR' } }, { owner: 'p-1' }],
      { it: [{ name: 'a', price: { amount: 1, currency: 'EUR' } }, { owner: 'p-1' }], 'it.count': 2 },
      'Name: a; Price: 1.00 EUR\nOwner: p-1',
    ],
    [{ kind: 'computed', type: 'number', value: 1 }, 12, { it: 12 }, '12'],
    [{ kind: 'computed', type: 'boolean', value: true }, true, { it: true }, 'Yes'],
    [{ kind: 'computed', type: 'boolean', value: true }, false, { it: false }, 'No'],
    [{ kind: 'note', text: 'x' }, null, {}, ''],
  ])('%j with %j', (settings, value, facts, text) => {
    const { field, form } = fieldOf(settings);
    expect(fieldKind(field).facts(value, field, form)).toEqual(facts);
    expect(fieldKind(field).display(value, field, form)).toBe(text);
    const declared = fieldKind(field)
      .declarations(field, form)
      .map(({ key }) => key);
    expect(declared.toSorted()).toEqual(Object.keys(facts).toSorted());
  });

  it('points at people, teams, accounts and files', () => {
    const point = (settings: object, value: Json) => {
      const { field } = fieldOf(settings);
      return fieldKind(field).references?.(value, field);
    };
    expect(point({ kind: 'person' }, 'p-1')).toEqual([{ kind: 'person', id: 'p-1', pointer: '' }]);
    expect(point({ kind: 'file' }, ['f-1', 'f-2'])).toEqual([
      { kind: 'file', id: 'f-1', pointer: '/0' },
      { kind: 'file', id: 'f-2', pointer: '/1' },
    ]);
    expect(point(table, [{ name: 'a' }, { name: 'b', owner: 'p-2' }])).toEqual([
      { kind: 'person', id: 'p-2', pointer: '/1/owner' },
    ]);
    expect(point({ kind: 'number' }, 1)).toBeUndefined();
  });
});

describe('what a field declares before it has a value', () => {
  it.each<[settings: object, declared: object[]]>([
    [
      { kind: 'choice', options },
      [{ key: 'it', type: 'choice', origin: 'form', label: 'It', options: ['a', 'b', 'c'] }],
    ],
    [
      { kind: 'email', sensitive: true },
      [{ key: 'it', type: 'text', origin: 'form', label: 'It', sensitive: true }],
    ],
    [
      { kind: 'money', currencies: ['USD'] },
      [
        { key: 'it.amount', type: 'number', origin: 'form', label: 'It (amount)' },
        { key: 'it.currency', type: 'choice', origin: 'form', label: 'It (currency)', options: ['USD'] },
        { key: 'it.base', type: 'number', origin: 'form', label: 'It in EUR' },
      ],
    ],
    [
      { kind: 'country', only: ['FR'] },
      [{ key: 'it', type: 'choice', origin: 'form', label: 'It', options: ['FR'] }],
    ],
    [
      { kind: 'computed', type: 'date', value: '2026-01-01' },
      [{ key: 'it', type: 'date', origin: 'form', label: 'It' }],
    ],
  ])('%j', (settings, declared) => {
    const { field, form } = fieldOf(settings);
    expect(fieldKind(field).declarations(field, form)).toEqual(declared);
  });
});

describe('the shelf', () => {
  it('has twenty kinds, each under its own word', () => {
    expect(Object.keys(fieldKinds)).toHaveLength(20);
    for (const [word, { kind }] of Object.entries({ ...fieldKinds, ...columnKinds })) expect(kind).toBe(word);
  });

  it('offers every kind to definitions, and every small kind to tables', () => {
    const words = (union: {
      readonly options: readonly { readonly shape: { readonly kind: { readonly value: string } } }[];
    }) => union.options.map(({ shape }) => shape.kind.value).toSorted();
    expect(words(fieldSchema)).toEqual(Object.keys(fieldKinds).toSorted());
    expect(words(columnSchema)).toEqual(Object.keys(columnKinds).toSorted());
  });
});
