import { describe, expect, it } from 'vitest';
import { factSet } from '../../../../domain/fact/fact-set.ts';
import { fieldOfFact } from '../../../../domain/form/field-dependencies.ts';
import { factsOfValues, formCatalogue } from '../../../../domain/form/form-facts.ts';
import { validateSubmission } from '../../../../domain/form/validate-submission.ts';
import { vendorAnswers, vendorForm } from './forms.ts';

const { values } = validateSubmission(vendorForm, vendorAnswers, factSet({}));

describe('the facts of a form', () => {
  it('are declared for every field that can give one, in order', () => {
    const keys = formCatalogue(vendorForm).map(({ key }) => key);
    expect(keys).toEqual([
      'vendor_name',
      'vendor_type',
      'country',
      'website',
      'spend.amount',
      'spend.currency',
      'spend.base',
      'total',
      'contact',
      'phone',
      'buyer',
      'crew',
      'vendor_account',
      'systems',
      'has_personal_data',
      'data_note',
      'items',
      'items.count',
      'seats',
      'urgency',
      'impact',
      'due',
      'meeting',
      'contract.count',
      'reason',
    ]);
  });

  it('are all declared, and of the declared types', () => {
    const catalogue = new Map(formCatalogue(vendorForm).map((fact) => [fact.key, fact]));
    const facts = factsOfValues(vendorForm, { ...values, colour: 'red' });
    expect(Object.keys(facts).toSorted()).toEqual([...catalogue.keys()].toSorted());
    expect(facts).toMatchObject({
      'spend.base': 1135.74,
      'items.count': 2,
      'contract.count': 2,
      meeting: Date.UTC(2026, 2, 5, 9),
    });
  });

  it('belong to the field their key begins with', () => {
    const fields = new Set(['buyer']);
    expect(fieldOfFact(fields, 'buyer.department')).toBe('buyer');
    expect(fieldOfFact(fields, 'buyer')).toBe('buyer');
    expect(fieldOfFact(fields, 'buyers')).toBeUndefined();
    expect(fieldOfFact(fields, 'requester.department')).toBeUndefined();
  });
});
