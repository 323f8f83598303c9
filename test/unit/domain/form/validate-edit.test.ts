import { describe, expect, it } from 'vitest';
import { factSet } from '../../../../domain/fact/fact-set.ts';
import { validateEdit } from '../../../../domain/form/validate-edit.ts';
import { validateSubmission } from '../../../../domain/form/validate-submission.ts';
import { formOf, vendorAnswers, vendorForm } from './forms.ts';

const nothing = factSet({});
const stored = validateSubmission(vendorForm, vendorAnswers, nothing).values;
const number = (id: string, more: object = {}) => ({ id, kind: 'number', label: id, ...more });

describe('an edit', () => {
  it('changes what it names, and what is computed from it', () => {
    const { values, changed, dropped } = validateEdit(
      vendorForm,
      stored,
      { spend: { amount: 100, currency: 'EUR' } },
      nothing,
    );
    expect(values).toEqual({ ...stored, spend: { amount: 100, currency: 'EUR' }, total: 300 });
    expect(changed).toEqual(['spend', 'total']);
    expect(dropped).toEqual([]);
  });

  it('changes nothing by giving the same again', () => {
    expect(validateEdit(vendorForm, stored, { country: 'FR' }, nothing)).toEqual({
      values: stored,
      changed: [],
      dropped: [],
    });
    expect(validateEdit(vendorForm, stored, {}, nothing).values).toEqual(stored);
  });

  it('clears by null, and lets fall what that hides', () => {
    const { values, changed, dropped } = validateEdit(
      vendorForm,
      stored,
      { has_personal_data: null },
      nothing,
    );
    expect(changed).toEqual(['has_personal_data', 'data_note']);
    expect(dropped).toEqual(['data_note']);
    expect(values).not.toHaveProperty('data_note');
  });

  it('counts a hidden value cleared at the same time as cleared, not as fallen', () => {
    const { changed, dropped } = validateEdit(
      vendorForm,
      stored,
      { has_personal_data: false, data_note: null },
      nothing,
    );
    expect(changed).toEqual(['has_personal_data', 'data_note']);
    expect(dropped).toEqual([]);
  });

  it.each<[fact: string, changes: unknown, pointer: string]>([
    ['a key that is no question', { colour: 'red' }, '/values/colour'],
    ['a computed value', { total: 3 }, '/values/total'],
    ['a value of the wrong type', { seats: 'many' }, '/values/seats'],
    ['a value for a field it hides', { has_personal_data: false, data_note: 'x' }, '/values/data_note'],
    ['clearing what is needed', { country: null }, '/values/country'],
  ])('refuses %s', (_fact, changes, pointer) => {
    expect(() => validateEdit(vendorForm, stored, changes, nothing)).toThrow(
      expect.objectContaining({ code: 'VALIDATION_FAILED', details: [expect.objectContaining({ pointer })] }),
    );
  });

  it('asks for what it makes needed', () => {
    const services = validateSubmission(
      vendorForm,
      { vendor_name: 'W', vendor_type: 'services', country: 'FR', spend: { amount: 1, currency: 'EUR' } },
      nothing,
    );
    expect(() => validateEdit(vendorForm, services.values, { vendor_type: 'software' }, nothing)).toThrow(
      expect.objectContaining({
        details: [
          { pointer: '/values/systems', detail: '“Systems touched” is needed: choose at least one.' },
        ],
      }),
    );
  });

  it('does not ask for what was missing before', () => {
    const form = formOf([
      number('a'),
      number('b', { required: { '==': [{ var: 'case.state' }, 'review'] } }),
    ]);
    const inReview = factSet({ 'case.state': 'review' });
    expect(validateEdit(form, { a: 1 }, { a: 2 }, inReview).values).toEqual({ a: 2 });
    expect(() => validateEdit(form, { a: 1, b: 1 }, { b: null }, inReview)).toThrow(
      expect.objectContaining({ code: 'VALIDATION_FAILED' }),
    );
  });

  it('keeps values that are hidden for another reason than the edit', () => {
    const form = formOf([number('a'), number('b', { when: { '==': [{ var: 'case.state' }, 'review'] } })]);
    const done = factSet({ 'case.state': 'done' });
    expect(validateEdit(form, { a: 1, b: 7 }, { a: 2 }, done)).toEqual({
      values: { a: 2, b: 7 },
      changed: ['a'],
      dropped: [],
    });
  });

  it('brings back into play a value that was hidden', () => {
    const form = formOf([
      number('a'),
      number('b', { when: { '>': [{ var: 'a' }, 0] } }),
      number('c', { when: { '>': [{ var: 'b' }, 0] } }),
    ]);
    expect(validateEdit(form, { a: 0, b: 1 }, { a: 1, c: 3 }, nothing).values).toEqual({ a: 1, b: 1, c: 3 });
  });

  it('refuses to let the whole grow over 100 kB', () => {
    const texts = Array.from({ length: 6 }, (_, index) => ({
      id: `t${index}`,
      kind: 'long_text',
      label: 'T',
      maxLength: 20_000,
    }));
    const form = formOf(texts);
    const full = Object.fromEntries(texts.slice(0, 4).map(({ id }) => [id, 'x'.repeat(20_000)]));
    const more = { t4: 'x'.repeat(20_000) };
    expect(() => validateEdit(form, full, more, nothing)).toThrow(
      expect.objectContaining({ code: 'TOO_LARGE' }),
    );
  });
});
