import type { Json } from '../../../domain/hash/canonical-json.ts';
import { type DemoAccount, demoAccounts } from '../company/market.ts';
import type { Dice } from '../dice.ts';
import type { FateMix } from './fates.ts';
import type { Request, Special } from './story.ts';
import { whoIs } from './who-is.ts';

const handler = whoIs('handler');

/** What becomes of refunds. */
export const refundFates: FateMix = {
  open: [
    ['received', 5, 0.05, 1.5],
    ['received', 1, 0.2, 1, handler],
    ['gate', 5, 0.5, 6],
    ['gate', 4, 2.2, 5, handler],
    ['checking', 2, 1, 8],
    ['checking', 3, 2.2, 5, handler],
    ['checking', 3, 5, 6.8, handler],
    ['with_customer', 2, 2, 9],
    ['with_customer', 2, 2, 6, handler],
    ['payout', 3, 1, 6],
  ],
  finished: 18,
  rejected: 5,
  withdrawn: 3,
};

const regionOf: Readonly<Record<string, 'emea' | 'americas' | 'apac'>> = {
  prairie: 'americas',
  'summit-materials': 'americas',
  bayview: 'americas',
  'serra-azul': 'americas',
  andeslab: 'americas',
  'laboratorios-sol': 'americas',
  harbourbio: 'apac',
  'kiri-optics': 'apac',
  'himal-health': 'apac',
  'coral-coast': 'apac',
};
const languageOf: Readonly<Record<string, string>> = {
  'optique-sud': 'fr',
  'hopital-valmont': 'fr',
  'clinica-ribera': 'es',
  'serra-azul': 'pt',
  andeslab: 'es',
  'laboratorios-sol': 'es',
};
const currencyOf: Readonly<Record<string, string>> = {
  prairie: 'USD',
  'summit-materials': 'USD',
  bayview: 'USD',
  'serra-azul': 'BRL',
  'laboratorios-sol': 'USD',
  andeslab: 'USD',
  harbourbio: 'AUD',
  'kiri-optics': 'SGD',
  'himal-health': 'EUR',
  'coral-coast': 'AUD',
  castlegate: 'GBP',
};

const customers = demoAccounts.filter(
  ({ lifecycle, lists }) => lifecycle === 'customer' && !lists.includes('fraud-case'),
);
const requesters = ['imogen', 'sofie', 'dana', 'bruno', 'mei', 'nils', 'zoe', 'shop', 'shop'];
const happened: Readonly<Record<string, readonly string[]>> = {
  damaged: ['The housing was cracked when it arrived.', 'The lens has a scratch across it.'],
  late: ['It came nine days after the date on the order.', 'The fair was over when it arrived.'],
  wrong_item: ['They ordered the tall stand and got the short one.', 'The cable is for another model.'],
  charged_twice: ['The card was charged on two days in a row.'],
  cancelled: ['Cancelled the day after ordering, before anything was sent.'],
  goodwill: ['The third delay this year; they are patient with us.'],
};

/** Where an account's customers are. */
export function regionOfAccount({ id }: DemoAccount): 'emea' | 'americas' | 'apac' {
  return regionOf[id] ?? 'emea';
}

/** The n-th refund, as the dice fall. */
export function refundRequest(dice: Dice, n: number): Request {
  const account = dice.one(customers);
  const requester = dice.one(requesters);
  const reason = dice.one(Object.keys(happened));
  const exception = dice.chance(12);
  const amount = dice.one([40, 90, 150, 260, 420, 700, 1400, 2600, 6200]);
  return {
    requester,
    source: requester === 'shop' ? 'import' : dice.one(['form', 'form', 'call', 'email', 'api']),
    values: {
      customer: account.id,
      customer_email: `${dice.one(['orders', 'lab', 'accounts'])}@${account.domains[0] ?? 'mail.example'}`,
      region: regionOfAccount(account),
      customer_language: languageOf[account.id] ?? 'en',
      order_number: `KI-${String(204_000 + n * 37 + dice.whole(0, 30)).padStart(6, '0')}`,
      ordered_on: `@-${dice.whole(8, 50)}d`,
      ...(dice.chance(40) ? { promised_by: `@+${dice.whole(1, 9)}d` } : {}),
      request_kind: exception ? 'exception' : 'refund',
      reason,
      amount: { amount: dice.around(amount, 5), currency: currencyOf[account.id] ?? 'EUR' },
      ...positionsOf(dice, reason),
      ...(exception
        ? {
            exception_rule: dice.one(['window', 'opened', 'services']),
            exception_case: 'The delay was ours and they waited with the return because we asked them to.',
          }
        : {}),
      what_happened: dice.one(happened[reason] ?? ['They are not content.']),
      urgency: dice.one(['low', 'normal', 'normal', 'high']),
      impact: dice.one(['one_order', 'one_order', 'several_orders', 'account']),
    },
    ...(dice.chance(45)
      ? { files: { proof: [dice.one(['photo.jpg', 'courier-report.pdf', 'mail.eml'])] } }
      : {}),
  };
}

function positionsOf(dice: Dice, reason: string): Record<string, Json> {
  if (reason !== 'damaged' && reason !== 'wrong_item') return {};
  return {
    positions: [
      { item: dice.one(['Lens set', 'Stand', 'Cable', 'Stage insert']), sent_back: dice.chance(70) },
    ],
  };
}

const common = { ordered_on: '@-20d', request_kind: 'refund', urgency: 'normal', impact: 'one_order' };

/** Situations that come every time, each so many days before the end. */
export const refundSpecials: readonly Special[] = [
  {
    age: 8,
    requester: 'imogen',
    source: 'form',
    values: {
      ...common,
      customer: 'quickparts',
      customer_email: 'orders@quickparts.example',
      region: 'emea',
      customer_language: 'en',
      order_number: 'KI-204826',
      reason: 'charged_twice',
      amount: { amount: 980, currency: 'EUR' },
      what_happened: 'Charged twice, they say.',
      urgency: 'high',
    },
  },
  {
    age: 2,
    requester: 'bruno',
    source: 'form',
    values: {
      ...common,
      customer: 'andeslab',
      customer_email: 'compras@andeslab.example',
      region: 'americas',
      customer_language: 'es',
      order_number: 'KI-204827',
      reason: 'late',
      amount: { amount: 90_000, currency: 'CLP' },
      what_happened: 'Llegó tarde.',
    },
  },
  {
    age: 16,
    requester: 'sofie',
    source: 'form',
    values: {
      ...common,
      customer: 'nordhavn',
      customer_email: 'lab@nordhavn.example',
      region: 'emea',
      customer_language: 'en',
      order_number: 'KI-204901',
      reason: 'late',
      amount: { amount: 310, currency: 'EUR' },
      what_happened: 'Two weeks late.',
    },
  },
  {
    age: 9,
    requester: 'nils',
    source: 'call',
    values: {
      ...common,
      customer: 'nordhavn',
      customer_email: 'lab@nordhavn.example',
      region: 'emea',
      customer_language: 'en',
      order_number: 'KI-204901',
      reason: 'late',
      amount: { amount: 310, currency: 'EUR' },
      what_happened: 'They called about the same order.',
    },
  },
  {
    age: 5,
    requester: 'dana',
    source: 'form',
    values: {
      ...common,
      customer: 'prairie',
      customer_email: 'ap@prairie.example',
      region: 'americas',
      customer_language: 'en',
      order_number: 'KI-204902',
      reason: 'goodwill',
      amount: { amount: 480, currency: 'USD' },
      order_total: 240,
      what_happened: 'Twice what they paid.',
    },
  },
  {
    age: 4,
    requester: 'imogen',
    source: 'form',
    values: {
      ...common,
      customer: 'orion-health',
      customer_email: 'ops@orionhealth.example',
      region: 'emea',
      customer_language: 'en',
      order_number: 'KI-204903',
      reason: 'cancelled',
      amount: { amount: 7400, currency: 'EUR' },
      what_happened: 'The whole order was cancelled before delivery.',
      urgency: 'high',
      impact: 'account',
    },
    files: { proof: ['cancellation.pdf'] },
  },
];
