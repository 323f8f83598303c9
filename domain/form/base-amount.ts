import { currencyDigits } from './currency-digits.ts';
import { decimalsOf } from './decimals.ts';
import type { Currencies } from './form-context.ts';

/** An amount of money as it is stored; `amount` has at most as many decimals as its currency. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/**
 * The amount in the base currency by the form's table, multiplied exactly and rounded half away from zero to the base
 * currency's decimals; undefined if the table has no rate for the currency.
 */
export function baseAmount(money: Money, currencies: Currencies): number | undefined {
  if (money.currency === currencies.base) return money.amount;
  const rates = currencies.rates ?? {};
  const rate = Object.hasOwn(rates, money.currency) ? rates[money.currency] : undefined;
  if (rate === undefined) return undefined;
  const amount = scaled(money.amount);
  const factor = scaled(rate);
  const product = { digits: amount.digits * factor.digits, scale: amount.scale + factor.scale };
  return rounded(product, currencyDigits(currencies.base) ?? 2);
}

interface Scaled {
  readonly digits: bigint;
  readonly scale: number;
}

/** Numbers up to 10^21 and down to 10^-6 print without an exponent, which is all the schemas let in. */
function scaled(value: number): Scaled {
  return { digits: BigInt(String(value).replace('.', '')), scale: decimalsOf(value) };
}

function rounded({ digits, scale }: Scaled, decimals: number): number {
  if (scale <= decimals) return Number(digits) / 10 ** scale;
  const unit = 10n ** BigInt(scale - decimals);
  const magnitude = digits < 0n ? -digits : digits;
  const units = (magnitude + unit / 2n) / unit;
  return Number(digits < 0n ? -units : units) / 10 ** decimals;
}
