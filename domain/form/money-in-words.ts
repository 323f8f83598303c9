import type { Money } from './base-amount.ts';
import { isRecord } from './bounded-json.ts';
import { currencyDigits } from './currency-digits.ts';

const signs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ EUR: '€', GBP: '£', USD: 'US$', AUD: 'A$', BRL: 'R$', CAD: 'CA$', NZD: 'NZ$', MXN: 'MX$' },
    ...{ HKD: 'HK$', JPY: 'JP¥', CNY: 'CN¥', INR: '₹', KRW: '₩', ILS: '₪' },
  }),
);

/** An amount as people write it: `€1,240`, `£95.50`, `CHF 7,400`; decimals only where there are some. Undefined for what is no amount. */
export function moneyInWords(value: unknown): string | undefined {
  if (!isMoney(value)) return undefined;
  const { amount, currency } = value;
  const digits = Number.isInteger(amount) ? 0 : (currencyDigits(currency) ?? 2);
  const [whole = '', part] = Math.abs(amount).toFixed(digits).split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  const sign = signs.get(currency) ?? `${currency} `;
  return `${amount < 0 ? '−' : ''}${sign}${part === undefined ? grouped : `${grouped}.${part}`}`;
}

function isMoney(value: unknown): value is Money {
  return isRecord(value) && typeof value['amount'] === 'number' && typeof value['currency'] === 'string';
}
