import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { factSet } from '../../../../domain/fact/fact-set.ts';
import { validateSubmission } from '../../../../domain/form/validate-submission.ts';
import { valuesFromText } from '../../../../domain/form/values-from-text.ts';
import { vendorAnswers, vendorForm } from './forms.ts';

const post: readonly (readonly [string, string])[] = [
  ['vendor_name', ' Ünïted Widgets '],
  ['vendor_type', 'Software'],
  ['country', 'France'],
  ['website', 'https://example.com'],
  ['spend.amount', '1 234.50'],
  ['spend.currency', 'USD'],
  ['contact', 'ana@example.com'],
  ['phone', '+33 1 23 45 67 89'],
  ['buyer', 'p-1'],
  ['crew', 't-1'],
  ['vendor_account', 'a-1'],
  ['systems', 'erp'],
  ['systems', 'prod'],
  ['has_personal_data', 'yes'],
  ['data_note', 'Names\r\nand addresses'],
  ['items.1.name', 'Training'],
  ['items.0.name', 'Seat'],
  ['items.0.price.currency', 'EUR'],
  ['items.0.price.amount', '10.00'],
  ['items.0.qty', '3'],
  ['items.0.owner', 'p-2'],
  ['items.2.name', '  '],
  ['items.2.price.currency', 'EUR'],
  ['seats', '30'],
  ['urgency', 'high'],
  ['impact', 'team'],
  ['due', '2026-03-05'],
  ['meeting', '2026-03-05T10:00'],
  ['contract', 'f-1'],
  ['contract', 'f-2'],
  ['reason', 'We need it'],
];

describe('a form post', () => {
  it('is stored as the same request in JSON would be', () => {
    const raw = valuesFromText(vendorForm, post, { timeZone: 'Europe/Paris' });
    const base = factSet({});
    expect(validateSubmission(vendorForm, raw, base)).toEqual(
      validateSubmission(vendorForm, vendorAnswers, base),
    );
  });

  it('takes a currency beside an empty amount for no answer', () => {
    expect(
      valuesFromText(vendorForm, [
        ['spend.amount', ' '],
        ['spend.currency', 'EUR'],
        ['seats', ''],
      ]),
    ).toEqual({});
  });

  it('reads a CSV row, one cell for money and for a table', () => {
    const row = [
      ['spend', '12.50 EUR'],
      ['systems', 'ERP; Production'],
      ['items', '[{"name":"Seat","qty":"2"}]'],
    ] as const;
    expect(valuesFromText(vendorForm, row)).toEqual({
      spend: { amount: 12.5, currency: 'EUR' },
      systems: ['erp', 'prod'],
      items: [{ name: 'Seat', qty: 2 }],
    });
  });

  it('leaves what it cannot place for validation to refuse', () => {
    const strange = [
      ['colour', 'red'],
      ['total', '3'],
      ['a.b', '1'],
      ['items.x', '1'],
      ['items.0.price.cents', '1'],
      ['items.0.__proto__', '1'],
      ['__proto__', '1'],
    ] as const;
    const raw = valuesFromText(vendorForm, strange);
    expect(Object.keys(raw)).toEqual(['colour', 'total', 'a.b', 'items', '__proto__']);
    const details = () => validateSubmission(vendorForm, raw, factSet({}));
    expect(details).toThrow(expect.objectContaining({ code: 'VALIDATION_FAILED' }));
  });

  it('keeps the first of texts given twice where only one is asked for, and joins choices of a table cell', () => {
    expect(
      valuesFromText(vendorForm, [
        ['vendor_name', 'a'],
        ['vendor_name', 'b'],
      ]),
    ).toEqual({ vendor_name: 'a' });
    expect(
      valuesFromText(vendorForm, [
        ['items.0.name', 'a'],
        ['items.0.name', 'b'],
      ]),
    ).toEqual({ items: [{ name: 'a,b' }] });
  });

  test.prop([
    fc.array(fc.tuple(fc.oneof(fc.string(), fc.constantFrom(...post.map(([name]) => name))), fc.string())),
  ])('never fails, whatever is posted', (entries) => {
    expect(() => valuesFromText(vendorForm, entries, { timeZone: 'Asia/Kathmandu' })).not.toThrow();
  });
});
