import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../domain/definition/operation.ts';
import { placeInWords } from '../../../../domain/definition/place-in-words.ts';
import { definitionFixture } from '../../../support/definition-fixture.ts';

describe('a place in a definition', () => {
  const document = definitionFixture() as JsonObject;

  it.each([
    ['', 'The whole definition'],
    ['/title', 'Title'],
    ['/owner/role', 'Owner, role'],
    ['/gates', 'Gates'],
    ['/form/fields/0', 'Field “Vendor name”'],
    ['/chains/0/rules/1/to', 'Chain “Intake”, rule “Sponsored purchases”, target'],
    ['/priority/table/1/urgency', 'Priority, priority table, entry 2, urgency'],
    ['/chains/0/rules/99/when', 'Chain “Intake”, rules, entry 100, condition'],
    ['/nothing~1here~0', 'Nothing/here~'],
    ['/toString', 'To string'],
  ])('reads %s aloud', (pointer, words) => {
    expect(placeInWords(document, pointer)).toBe(words);
  });

  it('takes a document of any shape', () => {
    expect(placeInWords({ form: 3, chains: [null, { id: 'a' }] }, '/chains/1/rules/0')).toBe(
      'Chain “a”, rules, 0',
    );
  });
});
