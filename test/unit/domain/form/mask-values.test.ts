import { describe, expect, it } from 'vitest';
import { factSet } from '../../../../domain/fact/fact-set.ts';
import { projectValues } from '../../../../domain/form/mask-values.ts';
import { validateSubmission } from '../../../../domain/form/validate-submission.ts';
import { formOf, vendorAnswers, vendorForm } from './forms.ts';

const { values } = validateSubmission(vendorForm, vendorAnswers, factSet({}));
const viewer = (roles: string[], relations: string[] = []) => ({ roles, relations });

describe('who sees a value', () => {
  it.each<[fact: string, roles: string[], relations: string[], masked: string[]]>([
    ['a stranger sees nothing kept', [], [], ['contact', 'phone']],
    ['a role named by the field sees it', ['auditor'], [], ['phone']],
    [
      'a relation named by the field sees it, and those close to the case see what names nobody',
      [],
      ['requester'],
      [],
    ],
    ['a relation not named does not', [], ['approver'], ['contact']],
  ])('%s', (_fact, roles, relations, masked) => {
    const projection = projectValues(vendorForm, { ...values, colour: 'red' }, viewer(roles, relations));
    expect(projection.masked).toEqual(masked);
    const seen = Object.entries(values).filter(([id]) => !masked.includes(id));
    expect(projection.values).toEqual(Object.fromEntries(seen));
  });

  it('is told what is kept even where it has no value', () => {
    expect(projectValues(vendorForm, {}, viewer([])).masked).toEqual(['contact', 'phone']);
  });

  it('shows a field that is not sensitive but names roles to those roles only', () => {
    const form = formOf([
      { id: 'a', kind: 'number', label: 'A', see: ['finance'] },
      { id: 'n', kind: 'note', text: 'x' },
    ]);
    expect(projectValues(form, { a: 1 }, viewer([])).values).toEqual({});
    expect(projectValues(form, { a: 1 }, viewer(['finance'])).values).toEqual({ a: 1 });
  });
});
