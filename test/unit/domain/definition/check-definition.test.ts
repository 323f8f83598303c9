import { describe, expect, it } from 'vitest';
import { checkDefinition, mayBePublished } from '../../../../domain/definition/check-definition.ts';
import { definitionFixture } from '../../../support/definition-fixture.ts';

describe('checking a definition', () => {
  it('finds nothing wrong with a sound definition', () => {
    const { definition, problems } = checkDefinition(definitionFixture());
    expect(problems).toEqual([]);
    expect(definition?.slug).toBe('vendor');
    expect(mayBePublished(problems)).toBe(true);
  });
});
