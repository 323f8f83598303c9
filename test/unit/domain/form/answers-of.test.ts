import { describe, expect, it } from 'vitest';
import { factSet } from '../../../../domain/fact/fact-set.ts';
import { answersOf } from '../../../../domain/form/answers-of.ts';
import { validateSubmission } from '../../../../domain/form/validate-submission.ts';
import { vendorAnswers, vendorForm } from './forms.ts';

const { values } = validateSubmission(vendorForm, vendorAnswers, factSet({}));

describe('stored values', () => {
  it('are handed in again without what was computed', () => {
    expect(answersOf(vendorForm, values)).toEqual(vendorAnswers);
  });
});
