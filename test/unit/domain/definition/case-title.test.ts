import { describe, expect, it } from 'vitest';
import {
  caseTitle,
  caseTitleProblems,
  placesIn,
  searchableAnswers,
  withPlaces,
} from '../../../../domain/definition/case-title.ts';
import { type Definition, definitionSchema } from '../../../../domain/definition/definition-schema.ts';
import { definitionFixture, withChange } from '../../../support/definition-fixture.ts';

const form = {
  language: 'en',
  currencies: { base: 'EUR', rates: { GBP: 1.17 } },
  sections: [
    {
      id: 'all',
      title: 'All',
      fields: ['customer', 'team', 'amount', 'reason', 'order', 'iban', 'story', 'who'],
    },
  ],
  fields: [
    { id: 'customer', kind: 'account', label: 'Customer' },
    { id: 'team', kind: 'team', label: 'Team' },
    { id: 'amount', kind: 'money', label: 'Amount' },
    { id: 'reason', kind: 'choice', label: 'Reason', options: [{ id: 'twice', label: 'Charged twice' }] },
    { id: 'order', kind: 'short_text', label: 'Order', searchable: true },
    { id: 'iban', kind: 'short_text', label: 'IBAN', sensitive: true, searchable: true },
    { id: 'story', kind: 'long_text', label: 'Story' },
    { id: 'who', kind: 'person', label: 'Who' },
  ],
};
const titled = (...caseTitle: readonly (string | Record<string, string>)[]): Definition => {
  const { form: parsed, ...rest } = definitionSchema.parse(
    withChange(definitionFixture(), {
      '/form': form,
      '/caseTitle': caseTitle.length === 0 ? undefined : caseTitle,
    }),
  );
  return { ...rest, form: parsed };
};
const names = new Map([
  ['account:alder', 'Alder Dental'],
  ['team:care', 'Customer care'],
]);
const nameOf = (kind: string, id: string): string | undefined => names.get(`${kind}:${id}`);
const answers = {
  customer: 'alder',
  team: 'care',
  amount: { amount: 1240, currency: 'EUR' },
  reason: 'twice',
  order: 'KI-1',
  iban: 'DE89',
};

describe('the title of a case', () => {
  it('says what differs, in words', () => {
    const type = titled('{{amount}} to {{ customer }} – {{reason}} ({{team}})');
    expect(caseTitle(type, answers, nameOf)).toBe('€1,240 to Alder Dental – Charged twice (Customer care)');
  });

  it('is the first text whose places are all answered', () => {
    const type = titled('{{amount}} to {{customer}}', '{{amount}} for {{order}}');
    expect(caseTitle(type, { ...answers, customer: null }, nameOf)).toBe('€1,240 for KI-1');
    expect(caseTitle(type, { ...answers, customer: 'gone' }, nameOf)).toBe('€1,240 for KI-1');
    expect(caseTitle(type, { order: 'KI-1' }, nameOf)).toBe('Vendor onboarding: KI-1');
    expect(caseTitle(type, {}, nameOf)).toBe('Vendor onboarding');
  });

  it('is in the language of the form', () => {
    expect(caseTitle(titled({ en: 'Order {{order}}', fr: 'Commande {{order}}' }), answers, nameOf)).toBe(
      'Order KI-1',
    );
  });

  it('never says what only some see, even where a text asks for it', () => {
    expect(caseTitle(titled('{{iban}}'), answers, nameOf)).toBe('Vendor onboarding: KI-1');
    expect(searchableAnswers(titled(), answers)).toEqual(['KI-1']);
  });

  it('leaves out an empty answer and stays within a line of two hundred characters', () => {
    const type = titled('{{order}}');
    expect(caseTitle(type, { order: '' }, nameOf)).toBe('Vendor onboarding: ');
    expect(caseTitle(type, { order: 'x'.repeat(300) }, nameOf)).toHaveLength(200);
  });

  it('has its places filled in with blanks and without, whatever signs the words hold', () => {
    expect(withPlaces('{{a}} and {{ a }}', (key) => `‹$& ${key}›`)).toBe('‹$& a› and ‹$& a›');
  });

  it('has places named in every language', () => {
    expect(placesIn('{{a}} and {{ b }}')).toEqual(['a', 'b']);
    expect(placesIn({ en: '{{a}}', fr: '{{c}}' })).toEqual(['a', 'c']);
  });
});

describe('a definition with texts for titles', () => {
  it('may name what fits in a line and everybody sees', () => {
    expect(caseTitleProblems(titled('{{amount}} {{order}} {{customer}}'))).toEqual([]);
    expect(caseTitleProblems(titled())).toEqual([]);
  });

  it.each(['nothing', 'iban', 'story', 'who'])('is refused when one names %s', (key) => {
    expect(caseTitleProblems(titled('{{order}}', `{{${key}}}`))).toMatchObject([
      { pointer: '/caseTitle/1', blocking: true, message: expect.stringContaining(`“${key}”`) },
    ]);
  });
});
