import { describe, expect, it } from 'vitest';
import { decimalsOf, roundTo } from '../../../../domain/form/decimals.ts';

describe('decimals', () => {
  it.each([
    [12, 0],
    [0.25, 2],
    [1e-7, 7],
    [1.5e-7, 8],
    [1e21, 0],
    [-3.125, 3],
  ])('of %d are %d', (value, decimals) => {
    expect(decimalsOf(value)).toBe(decimals);
  });

  it.each([
    [1.005, 2, 1.01],
    [-1.005, 2, -1.01],
    [0.1 + 0.2, 2, 0.3],
    [7e-7, 6, 1e-6],
    [1e-9, 2, 0],
    [-1e-9, 2, 0],
    [1e21, 2, 1e21],
    [12, 0, 12],
  ])('%d rounded to %d is %d', (value, decimals, rounded) => {
    expect(roundTo(value, decimals)).toBe(rounded);
  });
});
