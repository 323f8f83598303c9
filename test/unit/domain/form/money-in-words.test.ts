import { expect, it } from 'vitest';
import { moneyInWords } from '../../../../domain/form/money-in-words.ts';

it.each([
  [{ amount: 1240, currency: 'EUR' }, '€1,240'],
  [{ amount: 95.5, currency: 'GBP' }, '£95.50'],
  [{ amount: 1234567.89, currency: 'USD' }, 'US$1,234,567.89'],
  [{ amount: 90_000, currency: 'CLP' }, 'CLP 90,000'],
  [{ amount: -7400, currency: 'CHF' }, '−CHF 7,400'],
  [{ amount: 1.125, currency: 'KWD' }, 'KWD 1.125'],
  [{ amount: 2.5, currency: 'XXX' }, 'XXX 2.50'],
])('writes %o as people do: %s', (money, words) => {
  expect(moneyInWords(money)).toBe(words);
});

it.each([undefined, null, 12, { amount: '12', currency: 'EUR' }, { amount: 12 }])(
  'has no words for %o',
  (value) => {
    expect(moneyInWords(value)).toBeUndefined();
  },
);
