import { describeParsing, says } from './describe-parsing.ts';

describeParsing([
  {
    field: { kind: 'number', min: -2, max: 10, decimals: 2 },
    rows: [
      ['takes a number', 2.25, 2.25],
      ['knows no negative zero', -0, 0],
      ['refuses words by name', 'about 3', says('Give a number, without “about”.')],
      ['refuses digits in quotes', '3', says('Give the number without quotes.')],
      ['refuses signs', '3,5,1', says('Give a number in digits, such as 1250.50, 1,250.50 or 1 250.50.')],
      ['refuses true', true, says('Give a number.')],
      ['refuses less than the least', -3, says('Give a number of at least -2.')],
      ['refuses more than the most', 11, says('Give a number of at most 10.')],
      ['refuses a third decimal', 1.125, says('Give at most 2 decimals.')],
      ['sees decimals behind an exponent', 1e-7, says('Give at most 2 decimals.')],
    ],
  },
  {
    field: { kind: 'number', decimals: 0 },
    rows: [['refuses halves where whole ones count', 0.5, says('Give a whole number.')]],
  },
  {
    field: { kind: 'number' },
    rows: [
      ['refuses what cannot be counted exactly', 1e300, says('Give a number of at most 9007199254740991.')],
    ],
  },
  {
    field: { kind: 'money', min: 1, max: 1000 },
    rows: [
      [
        'takes an amount and a currency',
        { amount: 12.5, currency: 'EUR' },
        { amount: 12.5, currency: 'EUR' },
      ],
      ['takes a decimal text', { amount: '12.50', currency: 'EUR' }, { amount: 12.5, currency: 'EUR' }],
      [
        'refuses a bare number',
        12,
        says('Give amount and currency: {"amount": 1234.50, "currency": "EUR"}.'),
      ],
      [
        'refuses further keys',
        { amount: 1, currency: 'EUR', rate: 3 },
        says('Give amount and currency, and nothing else.'),
      ],
      [
        'refuses a currency without a rate',
        { amount: 1, currency: 'CHF' },
        says('Give one of these currencies: EUR, USD, JPY.', '/currency'),
      ],
      [
        'refuses a currency that is an object',
        { amount: 1, currency: {} },
        says('Give one of these currencies: EUR, USD, JPY.', '/currency'),
      ],
      ['refuses words', { amount: 'ten', currency: 'EUR' }, says('Give a number, without “ten”.', '/amount')],
      ['refuses no amount', { currency: 'EUR' }, says('Give a number.', '/amount')],
      [
        'refuses a third decimal of euros',
        { amount: 1.005, currency: 'EUR' },
        says('Give at most 2 decimals.', '/amount'),
      ],
      [
        'refuses decimals of yen',
        { amount: 200.5, currency: 'JPY' },
        says('Give JPY without decimals.', '/amount'),
      ],
      [
        'compares in the base currency',
        { amount: 1, currency: 'USD' },
        says('Give at least 1 EUR.', '/amount'),
      ],
      [
        'refuses above the most',
        { amount: 1001, currency: 'EUR' },
        says('Give at most 1000 EUR.', '/amount'),
      ],
      [
        'refuses what no budget holds',
        { amount: 1e12, currency: 'EUR' },
        says('Give an amount below a million million.', '/amount'),
      ],
    ],
  },
  {
    field: { kind: 'money', currencies: ['USD', 'CHF'] },
    rows: [
      [
        'narrows the currencies',
        { amount: 1, currency: 'EUR' },
        says('Give one of these currencies: USD.', '/currency'),
      ],
      [
        'takes a negative amount without a least',
        { amount: -1, currency: 'USD' },
        { amount: -1, currency: 'USD' },
      ],
    ],
  },
]);
