import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { definitionJsonSchema } from '../../../../domain/definition/definition-json-schema.ts';
import { readDefinitionYaml, writeDefinitionYaml } from '../../../../domain/definition/definition-yaml.ts';
import type { JsonObject } from '../../../../domain/definition/operation.ts';
import { canonicalJson } from '../../../../domain/hash/canonical-json.ts';
import { definitionFixture } from '../../../support/definition-fixture.ts';
import { arbitraryDocument } from './arbitrary-document.ts';

const refusalOf = (text: string) => {
  try {
    return readDefinitionYaml(text);
  } catch (error) {
    return error;
  }
};

describe('a definition as YAML', () => {
  test.prop([arbitraryDocument])('comes back as it was, and is written the same again', (document) => {
    const text = writeDefinitionYaml(document);
    const read = readDefinitionYaml(text) as JsonObject;
    expect(canonicalJson(read)).toBe(canonicalJson(document));
    expect(writeDefinitionYaml(read)).toBe(text);
  });

  test.prop([
    fc.dictionary(
      fc.string({ unit: 'binary' }).filter((key) => key.isWellFormed()),
      fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
      { noNullPrototype: true },
    ),
  ])('keeps any text', (document) => {
    const read = readDefinitionYaml(writeDefinitionYaml(document)) as JsonObject;
    expect(canonicalJson(read)).toBe(canonicalJson(document));
  });

  it('is written the same whatever the order of its keys', () => {
    const document = definitionFixture() as JsonObject;
    const sorted = JSON.parse(canonicalJson(document)) as JsonObject;
    expect(writeDefinitionYaml(sorted)).toBe(writeDefinitionYaml(document));
    expect(writeDefinitionYaml(document)).toMatch(/^format: 1\nslug: vendor\ntitle: Vendor onboarding\n/);
  });

  it('is refused with line and column', () => {
    expect(refusalOf('a: 1\nb: [1, 2\nc: 3')).toMatchObject({ code: 'MALFORMED', data: { line: 3 } });
    expect(refusalOf('a: 1\na: 2')).toMatchObject({ code: 'MALFORMED', data: { line: 2, column: 1 } });
  });

  it.each([
    ['a tag of its own', 'a: !secret x'],
    ['two documents', 'a: 1\n---\nb: 2'],
    ['a number that is none', 'a: .nan'],
    ['a key that is a list', '? [a]\n: b'],
    ['more levels than it may have', '['.repeat(130) + ']'.repeat(130)],
    ['hostile nesting', '['.repeat(2_000_000)],
    ['hostile nesting of lists', '- '.repeat(1_000_000)],
    ['nesting that exhausts the parser', `${'['.repeat(1_900)}${']'.repeat(1_900)}`],
  ])('is refused with %s', (_what, text) => {
    expect(refusalOf(text)).toMatchObject({ code: 'MALFORMED' });
  });

  it('is refused when its aliases multiply', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 9; i += 1)
      lines.push(
        `a${i}: &a${i} [${Array(9)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      );
    expect(refusalOf(lines.join('\n'))).toMatchObject({ code: 'MALFORMED' });
  });

  it('is refused above 2 MB', () => {
    expect(refusalOf(`a: ${'é'.repeat(1_100_000)}`)).toMatchObject({ code: 'TOO_LARGE' });
  });
});

describe('the JSON Schema of a definition', () => {
  it('names what a definition says and forbids the rest', () => {
    const schema = definitionJsonSchema();
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
    expect(schema['required']).toContain('workflow');
    expect(Object.keys(schema['properties'] as object)).toContain('chains');
  });
});
