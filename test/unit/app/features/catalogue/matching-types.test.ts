import { expect, it } from 'vitest';
import { closestTypes, matchingTypes } from '../../../../../app/features/catalogue/matching-types.ts';

const type = (slug: string, title: string, summary: string, keywords: readonly string[]) => ({
  ...{ slug, title, summary, keywords },
  category: 'Anything',
});
const types = [
  type('vendor', 'Vendor onboarding', 'Bring in a new supplier.', ['purchase', 'software', 'company', 'buy']),
  type('refund', 'Refund or exception', 'Give a customer money back.', ['goodwill', 'café', 'reimbursement']),
  type('sales', 'Sales enquiry', 'Somebody wants to buy, or a software agent proposes a step.', ['lead']),
  type('buy', 'Purchase a licence', 'For one person.', ['password', 'laptop']),
];
const found = (words: string) => matchingTypes(types, words).map(({ slug }) => slug);

it('finds a type by the beginning of any word of its title, summary or keywords', () => {
  expect(found('onboard')).toEqual(['vendor']);
  expect(found('supplier')).toEqual(['vendor']);
  expect(found('GOODWILL')).toEqual(['refund']);
});

it.each([
  ['suplier', 'vendor'],
  ['onbording', 'vendor'],
  ['onboadring', 'vendor'],
  ['new company', 'vendor'],
  ['reimbursment', 'refund'],
  ['pasword', 'buy'],
  ['labtop', 'buy'],
])('finds “%s” in spite of the letters that are wrong', (words, slug) => {
  expect(found(words)).toEqual([slug]);
});

it('takes a short word as it is written', () => {
  expect(found('bui')).toEqual([]);
});

it('takes no word for a mistake that is written somewhere', () => {
  expect(found('lead')).toEqual(['sales']);
});

it('finds a word in the plural, and whatever its accents', () => {
  expect(found('suppliers')).toEqual(['vendor']);
  expect(found('cafe')).toEqual(['refund']);
});

it('wants no word to fit everywhere, and puts what more words fit first', () => {
  expect(found('software customer')).toEqual(['vendor', 'refund', 'sales']);
  expect(found('enquiry software')).toEqual(['sales', 'vendor']);
});

it('puts the better place first where as many words fit', () => {
  expect(found('buy software')).toEqual(['vendor', 'sales']);
  expect(found('purchase')).toEqual(['buy', 'vendor']);
});

it('does not look for words that say nothing of what is wanted', () => {
  expect(found('I need a new laptop')).toEqual(['buy']);
});

it('lists everything when nothing is looked for', () => {
  expect(found(' – ')).toEqual(['vendor', 'refund', 'sales', 'buy']);
});

it('names the closest where nothing fits, and none where nothing is alike', () => {
  expect(closestTypes(types, 'unboardign').map(({ slug }) => slug)).toEqual(['vendor']);
  expect(closestTypes(types, 'qqq')).toEqual([]);
});
