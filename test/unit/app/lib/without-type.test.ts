import { expect, it } from 'vitest';
import { withoutType } from '../../../../app/lib/without-type.ts';

it('drops the name of the type only from in front of a title that says more', () => {
  expect(withoutType('Vendor onboarding: Sable Payments', 'Vendor onboarding')).toBe('Sable Payments');
  expect(withoutType('Sable Payments', 'Vendor onboarding')).toBe('Sable Payments');
  expect(withoutType('Vendor onboarding: ', 'Vendor onboarding')).toBe('Vendor onboarding: ');
  expect(withoutType(': x', '')).toBe(': x');
});
