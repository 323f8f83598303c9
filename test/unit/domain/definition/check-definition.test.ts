import jsonLogic from 'json-logic-js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { operators } from '../../../../domain/condition/operators/operators.ts';
import { checkDefinition, mayBePublished } from '../../../../domain/definition/check-definition.ts';
import { definitionFixture, withChange } from '../../../support/definition-fixture.ts';

describe('checking a definition', () => {
  it('finds nothing wrong with a sound definition', () => {
    const { definition, problems } = checkDefinition(definitionFixture());
    expect(problems).toEqual([]);
    expect(definition?.slug).toBe('vendor');
    expect(mayBePublished(problems)).toBe(true);
  });

  it('lets advice pass and blocking problems not', () => {
    const { problems } = checkDefinition(
      withChange(definitionFixture(), { '/backup': { role: 'procurement-lead' } }),
    );
    expect(problems).toMatchObject([{ blocking: false }]);
    expect(mayBePublished(problems)).toBe(true);
    expect(mayBePublished(checkDefinition({}).problems)).toBe(false);
  });

  it('takes anything at all', () => {
    let deep: unknown = {};
    for (let i = 0; i < 150; i += 1) deep = { deep };
    for (const json of [undefined, null, 'x', 1, [], deep, { a: undefined }, { a: () => 1 }, new Date(0)]) {
      const { definition, problems } = checkDefinition(json);
      expect(definition).toBeUndefined();
      expect(problems).toMatchObject([{ pointer: '', blocking: true }]);
    }
  });

  it('says no more than 200 things about a shape', () => {
    const words = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`word${i}`, i]));
    expect(checkDefinition({ ...definitionFixture(), ...words }).problems).toHaveLength(200);
  });

  it.each([
    ['/title', 'Vendor\u0000', 'the text contains control characters'],
    ['/title', 'Vendor\nonboarding', 'the text has more than one line'],
    ['/title', { en: 'Vendor', fr: 'Fournisseur\n' }, 'the text has more than one line', '/title/fr'],
    ['/form/fields/0/label', 'Name\u0085', 'the text contains control characters'],
    ['/form/fields/0/help', 'One\u0007', 'the text contains control characters'],
    [
      '/form/fields/0/help',
      { en: 'One', de: 'Eins\u001b' },
      'the text contains control characters',
      '/form/fields/0/help/de',
    ],
  ])('does not let %s be %j', (at, value, message, pointer = at) => {
    const { definition, problems } = checkDefinition(withChange(definitionFixture(), { [at]: value }));
    expect(definition).toBeDefined();
    const told = problems.filter((problem) => problem.pointer === pointer);
    expect(told).toMatchObject([{ blocking: true, message: expect.stringContaining(message.slice(4)) }]);
    expect(mayBePublished(problems)).toBe(false);
  });

  it('lets help have lines and tabs, and names in a test hold what they like', () => {
    const help = { '/form/fields/0/help': 'One\r\n\ttwo\nthree' };
    expect(checkDefinition(withChange(definitionFixture(), help)).problems).toEqual([]);
  });

  it('refuses a condition that JSON-Logic elsewhere answers differently', () => {
    const before = operators.get('>')?.plain;
    jsonLogic.add_operation('>', (left: number, right: number) => left >= right);
    onTestFinished(() => {
      jsonLogic.rm_operation('>');
      jsonLogic.add_operation('>', before ?? ((left: number, right: number) => left > right));
    });
    const { problems } = checkDefinition(definitionFixture());
    expect(problems.map(({ pointer }) => pointer)).toEqual(['/chains/0/suppress/1/when', '/gates/1/when']);
    expect(problems[0]?.message).toBe(
      'For {"spend.base":500000} this is false here and true in JSON-Logic elsewhere.',
    );
  });

  it('refuses a condition that some values would make too dear', () => {
    const options = Array.from({ length: 500 }, (_, i) => `o${i}`);
    const or = Array.from({ length: 100 }, (_, i) => ({ in: [`o${i}`, { var: 'data_classes' }] }));
    const { problems } = checkDefinition(
      withChange(definitionFixture(), {
        '/form/fields/6': { id: 'data_classes', kind: 'multi_choice', label: 'Data classes', options },
        '/gates/0/when': { or },
      }),
    );
    expect(problems.find(({ pointer }) => pointer === '/gates/0/when')).toMatchObject({
      mend: 'Make the condition smaller.',
      blocking: true,
    });
  });
});
