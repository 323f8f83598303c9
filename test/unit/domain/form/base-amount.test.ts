import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { baseAmount } from '../../../../domain/form/base-amount.ts';
import { currencyDigits } from '../../../../domain/form/currency-digits.ts';

describe('money', () => {
  const currencies = { base: 'EUR', rates: { USD: 0.92, KWD: 2.98, JPY: 0.0061 } };

  it.each([
    [{ amount: 1234.56, currency: 'EUR' }, 1234.56],
    [{ amount: 1000.1, currency: 'USD' }, 920.09],
    [{ amount: 0.25, currency: 'KWD' }, 0.75],
    [{ amount: -0.25, currency: 'KWD' }, -0.75],
    [{ amount: 100, currency: 'JPY' }, 0.61],
    [{ amount: 10, currency: 'USD' }, 9.2],
    [{ amount: 1, currency: 'CHF' }, undefined],
    [{ amount: 1, currency: 'constructor' }, undefined],
  ])('%j is worth %j in the base', (money, base) => {
    expect(baseAmount(money, currencies)).toBe(base);
    expect(baseAmount(money, { base: 'EUR' })).toBe(money.currency === 'EUR' ? base : undefined);
  });

  test.prop([fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 1e7 })])(
    'is multiplied exactly and rounded half away from zero',
    (cents, rate) => {
      const got = baseAmount(
        { amount: cents / 100, currency: 'USD' },
        { base: 'EUR', rates: { USD: rate / 1e6 } },
      );
      const millionths = BigInt(cents) * BigInt(rate);
      const magnitude = millionths < 0n ? -millionths : millionths;
      const rounded = Number((magnitude + 500_000n) / 1_000_000n) / 100;
      expect(got).toBe(millionths < 0n && rounded !== 0 ? -rounded : rounded);
    },
  );

  it('has as many decimals as its currency', () => {
    expect(['EUR', 'JPY', 'KWD', 'XXX', 'eur', 'constructor'].map(currencyDigits)).toEqual([
      2,
      0,
      3,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
