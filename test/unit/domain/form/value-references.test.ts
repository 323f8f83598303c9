import { describe, expect, it } from 'vitest';
import { factSet } from '../../../../domain/fact/fact-set.ts';
import { validateSubmission } from '../../../../domain/form/validate-submission.ts';
import { referencesOf } from '../../../../domain/form/value-references.ts';
import { vendorAnswers, vendorForm } from './forms.ts';

const { values } = validateSubmission(vendorForm, vendorAnswers, factSet({}));

describe('stored values', () => {
  it('point at people, teams, accounts and files by place', () => {
    expect(
      referencesOf(vendorForm, values).map(({ kind, id, pointer }) => `${kind} ${id} ${pointer}`),
    ).toEqual([
      'person p-1 /values/buyer',
      'team t-1 /values/crew',
      'account a-1 /values/vendor_account',
      'person p-2 /values/items/0/owner',
      'file f-1 /values/contract/0',
      'file f-2 /values/contract/1',
    ]);
  });
});
