import { describe, expect, it } from 'vitest';
import { factSet } from '../../../../domain/fact/fact-set.ts';
import { formChangeReport } from '../../../../domain/form/form-change-report.ts';
import { formOf, vendorAnswers, vendorForm } from './forms.ts';

const nothing = factSet({});
const number = (id: string, more: object = {}) => ({ id, kind: 'number', label: id, ...more });
const report = (from: object[], to: object[], raw: Record<string, unknown>) =>
  formChangeReport({ from: formOf(from), to: formOf(to) }, raw, nothing);

describe('the report on a form that changed', () => {
  it('keeps everything where nothing changed', () => {
    const { entries, fits } = formChangeReport({ from: vendorForm, to: vendorForm }, vendorAnswers, nothing);
    expect(fits).toBe(true);
    expect(entries).toHaveLength(Object.keys(vendorAnswers).length);
    expect(new Set(entries.map(({ change }) => change))).toEqual(new Set(['kept']));
  });

  it.each<
    [fact: string, from: object[], to: object[], raw: Record<string, unknown>, entry: object, fits: boolean]
  >([
    [
      'another label',
      [number('a')],
      [number('a', { label: 'Amount' })],
      { a: 1 },
      {
        id: 'a',
        label: 'Amount',
        change: 'changed',
        detail: 'It now reads “Amount”; see whether your answer still fits.',
      },
      true,
    ],
    [
      'another rule that still fits',
      [number('a')],
      [number('a', { max: 5 })],
      { a: 1 },
      { id: 'a', label: 'a', change: 'changed', detail: 'Its rules changed; your answer still fits.' },
      true,
    ],
    [
      'a rule that no longer fits',
      [number('a')],
      [number('a', { max: 5 })],
      { a: 9 },
      { id: 'a', label: 'a', change: 'refused', detail: 'Give a number of at most 5.' },
      false,
    ],
    [
      'a question that is gone',
      [number('a'), number('b')],
      [number('b')],
      { a: 1 },
      { id: 'a', label: 'a', change: 'gone', detail: 'The form no longer asks for this.' },
      false,
    ],
    [
      'a question that became a note',
      [number('a')],
      [{ id: 'a', kind: 'note', text: 'x' }],
      { a: 1 },
      { id: 'a', label: 'a', change: 'gone', detail: 'The form no longer asks for this.' },
      false,
    ],
    [
      'a question hidden now',
      [number('a')],
      [number('a', { when: { '>': [{ var: 'z' }, 1] } }), number('z')],
      { a: 1 },
      { id: 'a', label: 'a', change: 'hidden', detail: 'It is not asked for with these answers.' },
      false,
    ],
    [
      'a new question',
      [],
      [number('a')],
      {},
      { id: 'a', label: 'a', change: 'new', detail: 'This is asked now.' },
      true,
    ],
    [
      'a new question that needs an answer',
      [],
      [number('a', { required: true })],
      {},
      { id: 'a', label: 'a', change: 'new', detail: 'This is asked now, and needed.' },
      false,
    ],
    [
      'a question that needs an answer now',
      [number('a')],
      [number('a', { required: true })],
      { a: ' ' },
      { id: 'a', label: 'a', change: 'missing', detail: 'An answer is needed now.' },
      false,
    ],
    [
      'a new question already answered',
      [],
      [number('a')],
      { a: 1 },
      { id: 'a', label: 'a', change: 'kept', detail: 'Your answer is kept.' },
      true,
    ],
  ])('tells of %s', (...[, from, to, raw, entry, fits]) => {
    const found = report(from, to, raw);
    expect(found.entries).toContainEqual(entry);
    expect(found.fits).toBe(fits);
  });

  it('is silent on questions left open that need no answer, and on hidden ones', () => {
    expect(
      report([number('a')], [number('a'), number('b', { when: { '>': [{ var: 'a' }, 1] } })], {}).entries,
    ).toEqual([]);
  });
});
