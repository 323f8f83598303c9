import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { DomainError } from '../../../../domain/error/domain-error.ts';
import { factSet } from '../../../../domain/fact/fact-set.ts';
import { answersOf } from '../../../../domain/form/answers-of.ts';
import { fieldKind } from '../../../../domain/form/fields/field-kinds.ts';
import { parseAnswers } from '../../../../domain/form/parse-answers.ts';
import { type Submission, validateSubmission } from '../../../../domain/form/validate-submission.ts';
import { visibleFields } from '../../../../domain/form/visible-fields.ts';
import { vendorAnswers, vendorForm } from './forms.ts';

const nothing = factSet({});

function submit(raw: unknown): Submission | DomainError {
  try {
    return validateSubmission(vendorForm, raw, nothing);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

const ids = vendorForm.fields.map(({ id }) => id);
const needed = [
  'vendor_name',
  'vendor_type',
  'country',
  'spend',
  'systems',
  'has_personal_data',
  'data_note',
];
const isNeeded = ([id]: readonly [string, unknown]) => needed.includes(id);
const noise = fc.dictionary(fc.constantFrom(...ids), fc.jsonValue({ maxDepth: 3 }));
/** Good answers, mostly with all that is needed; one time in four some are spoilt or left out. */
const nearlyGood = fc
  .tuple(
    fc.subarray(Object.entries(vendorAnswers)),
    fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: noise }),
  )
  .map(([good, spoilt]) => {
    const complete = spoilt === undefined ? Object.entries(vendorAnswers).filter(isNeeded) : [];
    return { ...spoilt, ...Object.fromEntries([...good, ...complete]) };
  });

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('\u0065\u0301', '\r\n', '\u2126', ' \u00a0x\ufeff'),
);
const answers = fc.record(
  {
    vendor_name: texts,
    reason: texts,
    website: fc.webUrl({ withFragments: true, withQueryParameters: true }),
    contact: fc.emailAddress(),
    phone: fc.string({ unit: fc.constantFrom(...'+0123456789 .-') }),
    spend: fc.record({
      amount: fc.oneof(
        fc.double(),
        fc.integer().map((cents) => cents / 100),
      ),
      currency: fc.constantFrom('EUR', 'USD', 'JPY', 'KWD'),
    }),
    due: fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
    meeting: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    country: fc.constantFrom('FR', 'DE', 'XX'),
    buyer: fc.string(),
  },
  { requiredKeys: [] },
);

describe('whatever is handed in', () => {
  test.prop([fc.jsonValue()])('is accepted or refused, and never breaks anything', (raw) => {
    const outcome = submit(raw);
    expect(outcome instanceof DomainError ? outcome.status : 200).toBeLessThan(500);
  });

  test.prop([
    fc.anything({
      withDate: true,
      withMap: true,
      withBigInt: true,
      withNullPrototype: true,
      withSparseArray: true,
    }),
  ])('is refused when it is not even JSON', (raw) => {
    submit(raw);
    submit({ vendor_name: raw, items: raw, spend: raw, [String(raw?.constructor)]: raw });
  });

  test.prop([nearlyGood])('comes back as itself once it was accepted', (raw) => {
    const outcome = submit(raw);
    if (outcome instanceof DomainError) return;
    expect(submit(answersOf(vendorForm, outcome.values))).toEqual(outcome);
    expect(submit(JSON.parse(JSON.stringify(answersOf(vendorForm, outcome.values))))).toEqual(outcome);
  });

  test.prop([nearlyGood])('is stored only where it is shown, as the browser would show it', (raw) => {
    const outcome = submit(raw);
    if (outcome instanceof DomainError) return;
    const shown = visibleFields(vendorForm, raw, nothing);
    expect(shown.values).toEqual(outcome.values);
    expect(outcome.hidden.every((id) => !shown.fields.has(id))).toBe(true);
  });

  test.prop([nearlyGood])('is refused with a place inside the form for every complaint', (raw) => {
    const outcome = submit(raw);
    if (!(outcome instanceof DomainError)) return;
    expect(outcome.details.length).toBeGreaterThan(0);
    for (const { pointer, detail } of outcome.details) {
      expect(ids).toContain(pointer.split('/')[2]);
      expect(detail.length).toBeGreaterThan(5);
    }
  });
});

describe('a value that can be read', () => {
  test.prop([answers])('is read the same when it is read again', (raw) => {
    const once = parseAnswers(vendorForm, raw);
    expect(parseAnswers(vendorForm, once.values)).toEqual({
      values: once.values,
      problems: [],
      unreadable: new Set(),
    });
  });

  test.prop([nearlyGood, answers])('is the same value when it is read from its own words', (raw, more) => {
    const { values } = parseAnswers(vendorForm, { ...raw, ...more });
    const inWords = [
      'vendor_name',
      'vendor_type',
      'country',
      'website',
      'spend',
      'contact',
      'phone',
      'systems',
      'has_personal_data',
      'due',
    ];
    for (const field of vendorForm.fields) {
      const value = values[field.id];
      if (value === undefined || !inWords.includes(field.id)) continue;
      const kind = fieldKind(field);
      const text = kind.display(value, field, vendorForm);
      expect(kind.parse(kind.fromText(text, field, vendorForm), field, vendorForm)).toEqual({ value });
    }
  });
});
