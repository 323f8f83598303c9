import { expect, it } from 'vitest';
import { factTypes } from '../../../../domain/fact/fact.ts';

it('names every type of fact once', () => {
  expect(new Set(factTypes).size).toBe(factTypes.length);
  expect(factTypes).toContain('choice');
});
