import { expect, it } from 'vitest';
import { matchingTypes } from '../../../../../app/features/catalogue/matching-types.ts';

const type = (slug: string, title: string, summary: string, keywords: readonly string[]) => ({
  ...{ slug, title, summary, keywords },
  category: 'Anything',
  decides: [],
});
const types = [
  type('vendor', 'Vendor onboarding', 'Bring in a new supplier.', ['purchase', 'software']),
  type('refund', 'Refund or exception', 'Give a customer money back.', ['goodwill', 'café']),
  type('buy', 'Purchase a licence', 'For one person.', []),
];
const found = (words: string) => matchingTypes(types, words).map(({ slug }) => slug);

it('finds a type by the beginning of any word of its title, summary or keywords', () => {
  expect(found('onboard')).toEqual(['vendor']);
  expect(found('supplier')).toEqual(['vendor']);
  expect(found('GOODWILL')).toEqual(['refund']);
  expect(found('board')).toEqual([]);
});

it('finds a word in the plural, and whatever its accents', () => {
  expect(found('suppliers')).toEqual(['vendor']);
  expect(found('cafe')).toEqual(['refund']);
});

it('wants every word, in any order', () => {
  expect(found('software new')).toEqual(['vendor']);
  expect(found('software customer')).toEqual([]);
});

it('puts what says it in the title first', () => {
  expect(found('purchase')).toEqual(['buy', 'vendor']);
});

it('lists everything when nothing is looked for', () => {
  expect(found(' – ')).toEqual(['vendor', 'refund', 'buy']);
});
