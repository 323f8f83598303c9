import { describe, expect, it } from 'vitest';
import { entriesOfValues } from '../../../../app/forms/entries-of-values.server.ts';
import { formSchema } from '../../../../domain/form/form-schema.ts';
import { valuesFromText } from '../../../../domain/form/values-from-text.ts';

const form = formSchema.parse({
  language: 'en',
  currencies: { base: 'EUR' },
  fields: [
    { id: 'name', kind: 'short_text', label: 'Name' },
    { id: 'spend', kind: 'money', label: 'Spend' },
    { id: 'many', kind: 'number', label: 'How many' },
    { id: 'urgent', kind: 'yes_no', label: 'Urgent' },
    { id: 'day', kind: 'date', label: 'Day' },
    { id: 'at', kind: 'datetime', label: 'At' },
    {
      id: 'areas',
      kind: 'multi_choice',
      label: 'Areas',
      options: [
        { id: 'a', label: 'A' },
        { id: 'b', label: 'B' },
      ],
    },
    {
      id: 'items',
      kind: 'table',
      label: 'Items',
      columns: [
        { id: 'what', kind: 'short_text', label: 'What' },
        { id: 'price', kind: 'money', label: 'Price' },
      ],
    },
    { id: 'empty', kind: 'short_text', label: 'Empty' },
  ],
  sections: [
    {
      id: 's',
      title: 'S',
      fields: ['name', 'spend', 'many', 'urgent', 'day', 'at', 'areas', 'items', 'empty'],
    },
  ],
});

describe('what stands in the controls of a form with answers', () => {
  it('reads back as the same answers, in any zone', () => {
    const values = {
      name: 'Ölmühle "><img src=x>',
      spend: { amount: 1234.5, currency: 'EUR' },
      many: -0.25,
      urgent: false,
      day: '2026-03-02',
      at: '2026-07-02T09:30:00.000Z',
      areas: ['b', 'a'],
      items: [
        { what: 'Desk', price: { amount: 10, currency: 'EUR' } },
        { what: 'Chair', price: { amount: 20.25, currency: 'EUR' } },
      ],
    };
    for (const timeZone of ['UTC', 'Asia/Kolkata', 'America/New_York']) {
      const entries = entriesOfValues(form.fields, values, timeZone);
      const read = valuesFromText(form, entries, { timeZone });
      const { at, ...others } = read;
      const { at: moment, ...plain } = values;
      expect(JSON.parse(JSON.stringify(others).replaceAll(/"amount":"([\d.]+)"/g, '"amount":$1'))).toEqual(
        plain,
      );
      expect(Date.parse(String(at))).toBe(Date.parse(moment));
    }
  });

  it('is nothing where there is no answer', () => {
    expect(entriesOfValues(form.fields, { items: 'broken', name: null }, 'UTC')).toEqual([]);
  });
});
