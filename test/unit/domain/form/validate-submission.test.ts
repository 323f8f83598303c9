import { describe, expect, it } from 'vitest';
import { DomainError } from '../../../../domain/error/domain-error.ts';
import { factSet } from '../../../../domain/fact/fact-set.ts';
import { answersOf } from '../../../../domain/form/answers-of.ts';
import type { Form } from '../../../../domain/form/form-schema.ts';
import { validateSubmission } from '../../../../domain/form/validate-submission.ts';
import { formOf, vendorAnswers, vendorForm } from './forms.ts';

const nothing = factSet({});

function refusalOf(form: Form, raw: unknown, base = nothing): DomainError {
  try {
    validateSubmission(form, raw, base);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('the submission was accepted');
}

const services = {
  vendor_name: 'W',
  vendor_type: 'services',
  country: 'FR',
  spend: { amount: 10, currency: 'EUR' },
};

describe('a submission', () => {
  it('is stored in the order of the form, with what is computed', () => {
    const { values, hidden } = validateSubmission(vendorForm, vendorAnswers, nothing);
    expect(values).toEqual({ ...vendorAnswers, total: 3407.22 });
    expect(Object.keys(values).slice(0, 7)).toEqual([
      'vendor_name',
      'vendor_type',
      'country',
      'website',
      'spend',
      'total',
      'contact',
    ]);
    expect(hidden).toEqual([]);
  });

  it('names what was hidden', () => {
    const { values, hidden } = validateSubmission(vendorForm, services, nothing);
    expect(values).toEqual({ ...services, total: 30 });
    expect(hidden).toEqual(['systems', 'has_personal_data', 'data_note', 'items', 'seats']);
  });

  it('takes blank for not answered, in hidden fields too', () => {
    const blanks = { seats: null, items: [], data_note: '  ', website: '' };
    expect(validateSubmission(vendorForm, { ...services, ...blanks }, nothing).values).toEqual({
      ...services,
      total: 30,
    });
  });

  it('comes back as itself when handed in again', () => {
    const { values } = validateSubmission(vendorForm, vendorAnswers, nothing);
    expect(validateSubmission(vendorForm, answersOf(vendorForm, values), nothing).values).toEqual(values);
  });

  it('is refused naming every key that is no question', () => {
    const long = 'k'.repeat(90);
    const raw = JSON.parse(
      `{"vendor_nam":"x","__proto__":{"polluted":1},"constructor":1,"total":3,"intro":"x","${long}":1}`,
    );
    const { code, details } = refusalOf(vendorForm, { ...services, ...raw });
    expect(code).toBe('VALIDATION_FAILED');
    expect(details.map(({ pointer, detail }) => [pointer, detail])).toEqual([
      ['/values/vendor_nam', 'The form has no field “vendor_nam”: did you mean “vendor_name”?'],
      ['/values/__proto__', 'The form has no field “__proto__”: leave it out.'],
      ['/values/constructor', 'The form has no field “constructor”: leave it out.'],
      ['/values/total', '“Total over three years” is worked out here: leave it out.'],
      ['/values/intro', '“intro” is a note, not a question: leave it out.'],
      [`/values/${long}`, `The form has no field “${'k'.repeat(60)}”: leave it out.`],
    ]);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('is refused naming every hidden field with a value', () => {
    const { details } = refusalOf(vendorForm, { ...services, seats: 3, systems: ['erp'] });
    expect(details).toEqual([
      {
        pointer: '/values/systems',
        detail: '“Systems touched” is not asked for with these answers: leave it out.',
      },
      { pointer: '/values/seats', detail: '“Seats” is not asked for with these answers: leave it out.' },
    ]);
  });

  it('is not said to be hidden where an unreadable answer decides about it', () => {
    const { details } = refusalOf(vendorForm, {
      ...services,
      vendor_type: 'sofware',
      seats: 3,
      data_note: 'x',
    });
    expect(details).toEqual([
      { pointer: '/values/vendor_type', detail: 'Choose one of: software, services.' },
    ]);
  });

  it('is refused naming every missing answer, in words for its kind', () => {
    const asked = ['short_text', 'yes_no', 'file', 'date'].map((kind) => ({
      id: `f_${kind}`,
      kind,
      label: kind,
      required: true,
    }));
    const more = [
      { id: 'c', kind: 'choice', label: 'c', required: true, options: ['x'] },
      { id: 'm', kind: 'multi_choice', label: 'm', required: true, options: ['x'] },
      {
        id: 't',
        kind: 'table',
        label: 't',
        required: true,
        columns: [{ id: 'x', kind: 'number', label: 'x' }],
      },
    ];
    expect(refusalOf(formOf([...asked, ...more]), {}).details.map(({ detail }) => detail)).toEqual([
      '“short_text” is needed: fill it in.',
      '“yes_no” is needed: answer yes or no.',
      '“file” is needed: attach at least one file.',
      '“date” is needed: fill it in.',
      '“c” is needed: choose one.',
      '“m” is needed: choose at least one.',
      '“t” is needed: add at least one row.',
    ]);
  });

  it('needs an answer only where the condition is true, not where it is unknown', () => {
    const software = { ...services, vendor_type: 'software', has_personal_data: true };
    expect(refusalOf(vendorForm, { ...software, systems: ['prod'] }).details).toEqual([
      { pointer: '/values/data_note', detail: '“Which data” is needed: fill it in.' },
    ]);
    expect(validateSubmission(vendorForm, { ...software, systems: ['erp'] }, nothing).hidden).toEqual([]);
    const form = formOf([
      { id: 'a', kind: 'number', label: 'A', required: { '==': [{ var: 'requester.country' }, 'FR'] } },
    ]);
    expect(validateSubmission(form, {}, nothing).values).toEqual({});
    expect(refusalOf(form, {}, factSet({ 'requester.country': 'FR' })).details).toHaveLength(1);
  });

  it('does not miss what is there and unreadable', () => {
    expect(refusalOf(vendorForm, { ...services, vendor_name: 3 }).details).toEqual([
      { pointer: '/values/vendor_name', detail: 'Give text, in quotes.' },
    ]);
  });

  it('says how many values need another look, and lists a hundred at most', () => {
    expect(refusalOf(vendorForm, { ...services, vendor_name: 3 }).message).toBe(
      'One value needs another look; nothing was stored.',
    );
    const many = refusalOf(
      vendorForm,
      Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`Key${index}`, 1])),
    );
    expect(many.message).toBe('154 values need another look; nothing was stored.');
    expect(many.details).toHaveLength(100);
  });

  it.each<[fact: string, raw: unknown, code: string]>([
    ['a list', [], 'MALFORMED'],
    ['nothing', null, 'MALFORMED'],
    ['text', 'x', 'MALFORMED'],
    ['values too deep', { vendor_name: JSON.parse('['.repeat(40_000) + ']'.repeat(40_000)) }, 'MALFORMED'],
    ['damaged text', { vendor_name: '\ud800' }, 'MALFORMED'],
    ['a damaged key', { '\ud800': 'x' }, 'MALFORMED'],
    ['more than 100 kB', { reason: 'é'.repeat(50_001) }, 'TOO_LARGE'],
  ])('is refused as a whole when it is %s', (_fact, raw, code) => {
    expect(refusalOf(vendorForm, raw).code).toBe(code);
  });

  it('keeps hostile words as words', () => {
    const hostile =
      "=cmd|' /C calc'!A0 <script>alert(1)</script> #{7*7} {{constructor}} \"; DROP TABLE x; -- \u202egnp.exe";
    const { values } = validateSubmission(
      vendorForm,
      { ...services, vendor_name: hostile, reason: hostile },
      nothing,
    );
    expect(values['vendor_name']).toBe(hostile);
    expect(values['reason']).toBe(hostile);
  });
});
