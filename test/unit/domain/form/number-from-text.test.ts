import fc from 'fast-check';
import { expect, it } from 'vitest';
import { numberFromText } from '../../../../domain/form/number-from-text.ts';

it.each([
  ['84,000', 84_000],
  ['84 000', 84_000],
  ['84\u202f000', 84_000],
  ['84\u2009000', 84_000],
  ['84’000', 84_000],
  ['84.000,50', 84_000.5],
  ['1,250.50', 1250.5],
  ['1 250,50', 1250.5],
  ['1,250', 1250],
  ['1.250.000', 1_250_000],
  ['1250,5', 1250.5],
  ['12,5', 12.5],
  ['0,125', 0.125],
  ['0.125', 0.125],
  ['-1,250', -1250],
  ['+7', 7],
  [' 1250.5 ', 1250.5],
])('reads %s as %s', (text, number) => {
  expect(numberFromText(text)).toBe(number);
});

it.each([
  '',
  '1,25,000',
  '1,250,5',
  '1.250.5',
  '12,34.5,6',
  'about 84,000',
  '1 25',
  '1,,250',
  '--5',
  '1e3',
  '84,000.',
])('takes %j for no number', (text) => {
  expect(numberFromText(text)).toBeUndefined();
});

it('takes three digits after a point for thousands only where they cannot be decimals', () => {
  expect([numberFromText('1.250'), numberFromText('1.250', 3), numberFromText('1.250', 2)]).toEqual([
    1.25, 1.25, 1250,
  ]);
});

const amounts = fc.record({ whole: fc.nat(2_000_000_000), cents: fc.integer({ min: 0, max: 99 }) });

it('reads back every way of setting thousands and decimals apart', () => {
  fc.assert(
    fc.property(
      amounts,
      fc.constantFrom([',', '.'], ['.', ','], [' ', '.'], [' ', ','], ['\u202f', ','], ["'", '.']),
      ({ whole, cents }, [thousands = '', mark = '']) => {
        const groups = String(whole).replaceAll(/\B(?=(\d{3})+$)/g, thousands);
        const decimals = String(cents).padStart(2, '0');
        expect(numberFromText(`${groups}${mark}${decimals}`)).toBe(Number(`${whole}.${decimals}`));
      },
    ),
  );
});

it('reads back every number as it is written without grouping', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (number) => {
      const text = number.toFixed(6);
      expect(numberFromText(text)).toBe(Number(text));
    }),
  );
});
