import { describe, expect, it } from 'vitest';
import { compileDefinition } from '../../../../domain/definition/compile-definition.ts';
import { definitionSchema } from '../../../../domain/definition/definition-schema.ts';
import { runDefinitionTests } from '../../../../domain/definition/run-tests.ts';
import { definitionFixture, withChange } from '../../../support/definition-fixture.ts';

const compiled = (changes: Record<string, unknown> = {}) =>
  compileDefinition(definitionSchema.parse(withChange(definitionFixture(), changes)));

describe('the tests of a definition', () => {
  it('pass where the product decides as they say', () => {
    const run = runDefinitionTests(compiled());
    expect(run.results.flatMap(({ failures }) => failures)).toEqual([]);
    expect(run.passed).toBe(true);
  });
});
