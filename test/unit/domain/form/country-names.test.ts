import { describe, expect, it } from 'vitest';
import { countryNames } from '../../../../domain/form/country-names.ts';

describe('the names of countries', () => {
  it('know 250 countries and regions', () => {
    expect(Object.keys(countryNames)).toHaveLength(250);
    expect(Object.keys(countryNames).every((code) => /^[A-Z]{2}$/.test(code))).toBe(true);
  });
});
