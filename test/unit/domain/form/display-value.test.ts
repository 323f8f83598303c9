import { describe, expect, it } from 'vitest';
import { factSet } from '../../../../domain/fact/fact-set.ts';
import { displayValues } from '../../../../domain/form/display-value.ts';
import { validateSubmission } from '../../../../domain/form/validate-submission.ts';
import { formOf, vendorAnswers, vendorForm } from './forms.ts';

const { values } = validateSubmission(vendorForm, vendorAnswers, factSet({}));

describe('stored values', () => {
  it('are shown in plain text, in the language asked for', () => {
    const shown = new Map(displayValues(vendorForm, values, 'fr').map(({ label, text }) => [label, text]));
    expect(shown.get('Systems touched')).toBe('erp, Production (fr)');
    expect(shown.get('Spend per year')).toBe('1234.50 USD');
    expect(shown.size).toBe(22);
    expect(
      displayValues(formOf([{ id: 'a', kind: 'number', label: { en: 'A', fr: 'Â' } }]), { a: 1 }, 'fr'),
    ).toEqual([{ id: 'a', label: 'Â', text: '1' }]);
    expect(displayValues(vendorForm, { systems: ['prod'] })).toEqual([
      { id: 'systems', label: 'Systems touched', text: 'Production' },
    ]);
  });
});
