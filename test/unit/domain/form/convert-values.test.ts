import { describe, expect, it } from 'vitest';
import { factSet } from '../../../../domain/fact/fact-set.ts';
import { convertValues } from '../../../../domain/form/convert-values.ts';
import { validateSubmission } from '../../../../domain/form/validate-submission.ts';
import { formOf, vendorAnswers, vendorForm } from './forms.ts';

const nothing = factSet({});
const { values } = validateSubmission(vendorForm, vendorAnswers, nothing);

const contractForm = formOf([
  { id: 'vendor_name', kind: 'short_text', label: 'Other party', required: true, maxLength: 5 },
  { id: 'country', kind: 'country', label: 'Country', required: true },
  { id: 'vendor_type', kind: 'choice', label: 'Type', required: true, options: ['software', 'lease'] },
  { id: 'seats', kind: 'short_text', label: 'Seats' },
  { id: 'worth', kind: 'money', label: 'Worth', purpose: 'amount' },
  { id: 'needed', kind: 'datetime', label: 'Needed', purpose: 'due_date' },
  { id: 'phone', kind: 'phone', label: 'Phone' },
  { id: 'contact', kind: 'email', label: 'Contact', sensitive: true, see: ['procurement'] },
  { id: 'reason', kind: 'long_text', label: 'Reason', when: { '==': [{ var: 'vendor_type' }, 'lease'] } },
  {
    id: 'twice',
    kind: 'computed',
    label: 'Twice',
    type: 'number',
    value: { '*': [{ var: 'worth.base' }, 2] },
  },
  { id: 'law', kind: 'short_text', label: 'Law', required: true },
]);

describe('values carried to another form', () => {
  const conversion = convertValues({ form: vendorForm, values }, contractForm, nothing);

  it('fit there', () => {
    expect(conversion.values).toEqual({
      country: 'FR',
      vendor_type: 'software',
      worth: { amount: 1234.5, currency: 'USD' },
      contact: 'ana@example.com',
    });
  });

  it('went from the same id and kind, or from the same purpose', () => {
    expect(conversion.carried).toEqual([
      { from: 'vendor_type', to: 'vendor_type' },
      { from: 'country', to: 'country' },
      { from: 'contact', to: 'contact' },
      { from: 'spend', to: 'worth' },
    ]);
  });

  it('were left behind for a reason each', () => {
    const reasons = Object.fromEntries(conversion.dropped.map(({ id, detail }) => [id, detail]));
    expect(reasons).toMatchObject({
      vendor_name: 'Shorten this to 5 characters; it has 14.',
      website: 'There is no such question.',
      seats: 'There is no such question.',
      phone: 'More people would see it there: give it again if they may.',
      due: 'Give day, time and offset, such as 2026-03-05T10:00+01:00 or 2026-03-05T09:00Z.',
      reason: 'It is not asked for with these answers.',
    });
    const all = [...conversion.carried.map(({ from }) => from), ...conversion.dropped.map(({ id }) => id)];
    expect(all.toSorted()).toEqual(Object.keys(vendorAnswers).toSorted());
  });

  it('leave open what is needed besides', () => {
    expect(conversion.missing).toEqual([
      { id: 'vendor_name', label: 'Other party', detail: 'It is needed here.' },
      { id: 'law', label: 'Law', detail: 'It is needed here.' },
    ]);
    const complete = { ...conversion.values, vendor_name: 'W', law: 'French' };
    expect(validateSubmission(contractForm, complete, nothing).values).toMatchObject(conversion.values);
  });

  it('are all carried to the same form', () => {
    const same = convertValues({ form: vendorForm, values }, vendorForm, nothing);
    expect(same.values).toEqual(vendorAnswers);
    expect(same.dropped).toEqual([]);
    expect(same.missing).toEqual([]);
  });

  it('are not seen by more people than before', () => {
    const kept = formOf([{ id: 'a', kind: 'number', label: 'A', see: ['finance'] }]);
    const toMore = formOf([{ id: 'a', kind: 'number', label: 'A', see: ['finance', 'legal'] }]);
    expect(convertValues({ form: kept, values: { a: 1 } }, toMore, nothing).values).toEqual({});
    expect(convertValues({ form: toMore, values: { a: 1 } }, kept, nothing).values).toEqual({ a: 1 });
  });

  it('take no place that the same id has', () => {
    const from = formOf([
      { id: 'a', kind: 'number', label: 'A', purpose: 'amount' },
      { id: 'b', kind: 'number', label: 'B' },
    ]);
    const to = formOf([{ id: 'b', kind: 'number', label: 'B', purpose: 'amount' }]);
    const conversion = convertValues({ form: from, values: { a: 1, b: 2 } }, to, nothing);
    expect(conversion.values).toEqual({ b: 2 });
    expect(conversion.dropped.map(({ id }) => id)).toEqual(['a']);
  });
});
