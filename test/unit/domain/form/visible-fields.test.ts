import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { compileCondition } from '../../../../domain/condition/compile-condition.ts';
import { factSet } from '../../../../domain/fact/fact-set.ts';
import { dependencyOrder } from '../../../../domain/form/dependency-order.ts';
import { fieldDependencies } from '../../../../domain/form/field-dependencies.ts';
import { factsOfValues } from '../../../../domain/form/form-facts.ts';
import { visibleFields } from '../../../../domain/form/visible-fields.ts';
import { formOf, vendorAnswers, vendorForm } from './forms.ts';

const nothing = factSet({});
const number = (id: string, more: object = {}) => ({ id, kind: 'number', label: id, ...more });
const above = (id: string, limit = 0) => ({ '>': [{ var: id }, limit] });
const ids = (set: ReadonlySet<string>) => [...set].toSorted();

describe('what a form shows', () => {
  it('is everything whose section and own condition are true', () => {
    const shown = visibleFields(vendorForm, vendorAnswers, nothing);
    expect(shown.fields.size).toBe(vendorForm.fields.length);
    expect(shown.sections).toEqual(new Set(['vendor', 'people', 'data', 'drivers']));
    expect(shown.values).toEqual({ ...vendorAnswers, total: 3407.22 });
  });

  it('leaves out what an unknown condition decides', () => {
    const shown = visibleFields(vendorForm, {}, nothing);
    expect(shown.sections).toEqual(new Set(['vendor', 'people', 'drivers']));
    expect(shown.required).toEqual(new Set(['vendor_name', 'vendor_type', 'country', 'spend']));
  });

  it('takes what cannot be read for missing, and passes over unknown keys', () => {
    const shown = visibleFields(vendorForm, { vendor_type: 7, colour: 'red', __proto__: 1 }, nothing);
    expect(shown.values).toEqual({});
    expect(shown.fields.has('seats')).toBe(false);
  });

  it('hides what reads a hidden field, however far the way', () => {
    const form = formOf([number('c', { when: above('b') }), number('b', { when: above('a') }), number('a')]);
    expect(ids(visibleFields(form, { a: 1, b: 1, c: 1 }, nothing).fields)).toEqual(['a', 'b', 'c']);
    const hidden = visibleFields(form, { a: 0, b: 1, c: 1 }, nothing);
    expect(ids(hidden.fields)).toEqual(['a']);
    expect(hidden.values).toEqual({ a: 0 });
  });

  it('shows what asks for a hidden field to be missing', () => {
    const form = formOf([
      number('a'),
      number('b', { when: above('a') }),
      number('c', { when: { '!': [{ present: [{ var: 'b' }] }] } }),
    ]);
    expect(ids(visibleFields(form, { a: 0, b: 3 }, nothing).fields)).toEqual(['a', 'c']);
    expect(ids(visibleFields(form, { a: 1, b: 3 }, nothing).fields)).toEqual(['a', 'b']);
  });

  it('hides fields on a circle, what depends on them, and what no section shows', () => {
    const form = formOf(
      [
        number('a', { when: above('b') }),
        number('b', { when: above('a') }),
        number('c', { when: above('a') }),
        number('d'),
        number('e'),
      ],
      { sections: [{ id: 's', title: 'S', fields: ['a', 'b', 'c', 'd'] }] },
    );
    expect(ids(visibleFields(form, { a: 1, b: 1, c: 1, d: 1, e: 1 }, nothing).fields)).toEqual(['d']);
  });

  it('works out what is computed, in the order of dependence', () => {
    const form = formOf([
      { id: 'twice', kind: 'computed', label: 'Twice', type: 'number', value: { '*': [{ var: 'sum' }, 2] } },
      {
        id: 'sum',
        kind: 'computed',
        label: 'Sum',
        type: 'number',
        decimals: 1,
        value: { '+': [{ var: 'a' }, { var: 'b' }] },
      },
      { id: 'big', kind: 'computed', label: 'Big', type: 'boolean', value: above('twice', 1) },
      {
        id: 'word',
        kind: 'computed',
        label: 'Word',
        type: 'text',
        value: { if: [{ var: 'big' }, 'large', 'small'] },
      },
      { id: 'day', kind: 'computed', label: 'Day', type: 'date', value: '2026-03-05' },
      { id: 'who', kind: 'computed', label: 'Who', type: 'text', value: { var: 'requester.country' } },
      number('a'),
      number('b'),
    ]);
    expect(visibleFields(form, { a: 0.1, b: 0.2, sum: 99 }, nothing).values).toEqual({
      twice: 0.6,
      sum: 0.3,
      big: false,
      word: 'small',
      day: '2026-03-05',
      a: 0.1,
      b: 0.2,
    });
    expect(visibleFields(form, { a: 1 }, factSet({ 'requester.country': 'FR' })).values).toEqual({
      day: '2026-03-05',
      who: 'FR',
      a: 1,
    });
    expect(
      visibleFields(
        form,
        {},
        { values: Object.assign(Object.create(null), { 'requester.country': '' }), failed: {} },
      ).values,
    ).toEqual({ day: '2026-03-05' });
  });

  it('forgets what the directory knows of a person while the field is hidden, and never takes a field from outside', () => {
    const form = formOf([
      number('a'),
      { id: 'buyer', kind: 'person', label: 'Buyer', when: above('a') },
      number('b', { when: { '==': [{ var: 'buyer.country' }, 'FR'] } }),
    ]);
    const base = factSet({ 'buyer.country': 'FR', 'buyer.department': 'it', a: 5 });
    expect(ids(visibleFields(form, { a: 1, buyer: 'p-1' }, base).fields)).toEqual(['a', 'b', 'buyer']);
    expect(ids(visibleFields(form, { a: 0, buyer: 'p-1' }, base).fields)).toEqual(['a']);
    expect(ids(visibleFields(form, { a: 1 }, base).fields)).toEqual(['a', 'buyer']);
    expect(visibleFields(form, {}, base).values).toEqual({});
  });

  it('refuses values that make a condition too costly', () => {
    const form = formOf([
      { id: 'a', kind: 'long_text', label: 'A', maxLength: 20_000 },
      number('b', { when: { or: Array(9).fill({ matches: [{ var: 'a' }, '(a|b|c){9,20}z'] }) } }),
    ]);
    expect(() => visibleFields(form, { a: 'y'.repeat(20_000) }, nothing)).toThrow(
      expect.objectContaining({ code: 'LIMIT_EXCEEDED' }),
    );
  });
});

/** A form of ten numbers whose conditions read any of them, so with and without circles. */
const anyForm = fc
  .array(fc.option(fc.record({ reads: fc.nat(9), kind: fc.constantFrom('above', 'missing', 'or') })), {
    minLength: 10,
    maxLength: 10,
  })
  .map((rules) =>
    formOf(
      rules.map((rule, index) => {
        if (rule === null) return number(`f${index}`);
        const read = `f${rule.reads}`;
        const missing = { '!': [{ present: [{ var: read }] }] };
        const when =
          rule.kind === 'above'
            ? above(read)
            : rule.kind === 'missing'
              ? missing
              : { or: [above(read), missing] };
        return number(`f${index}`, { when });
      }),
    ),
  );
const anyValues = fc.dictionary(
  fc.nat(9).map((index) => `f${index}`),
  fc.integer({ min: -1, max: 1 }),
);

describe('whatever the conditions', () => {
  test.prop([anyForm, anyValues])(
    'the answer is a fixed point: shown is exactly what has a true condition under what is shown, circles aside',
    (form, raw) => {
      const { fields, values } = visibleFields(form, raw, nothing);
      const facts = factSet(factsOfValues(form, values));
      const { circular } = dependencyOrder(fieldDependencies(form));
      for (const field of form.fields) {
        const isTrue =
          field.when === undefined || compileCondition(field.when).evaluate(facts).value === true;
        expect(fields.has(field.id)).toBe(isTrue && !circular.includes(field.id));
        if (!fields.has(field.id)) expect(values).not.toHaveProperty(field.id);
      }
    },
  );

  test.prop([anyForm, anyValues])('asking again with what is left gives the same answer', (form, raw) => {
    const once = visibleFields(form, raw, nothing);
    expect(visibleFields(form, once.values, nothing)).toEqual(once);
  });

  test.prop([anyForm, anyValues, anyValues])('values of hidden fields decide nothing', (form, raw, noise) => {
    const once = visibleFields(form, raw, nothing);
    const hidden = Object.entries(noise).filter(([id]) => !once.fields.has(id));
    expect(visibleFields(form, { ...raw, ...Object.fromEntries(hidden) }, nothing)).toEqual(once);
  });

  test.prop([anyForm, anyValues])('the order of the fields in the form decides nothing', (form, raw) => {
    const turned = { ...form, fields: form.fields.toReversed() };
    expect(visibleFields(turned, raw, nothing).fields).toEqual(visibleFields(form, raw, nothing).fields);
  });
});
