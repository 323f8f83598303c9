import fc from 'fast-check';
import { expect, it } from 'vitest';
import { forbiddenKeyIn } from '../../../../domain/form/forbidden-key.ts';

it.each(['__proto__', 'constructor', 'prototype'])('finds %s wherever it stands', (key) => {
  for (const text of [`{"${key}":1}`, `[[{"a":{"${key}":null}}]]`, `{"a":[1,{"b":{"${key}":{}}}]}`])
    expect(forbiddenKeyIn(JSON.parse(text))).toBe(key);
});

it('finds nothing in values, and in keys that only look like one', () => {
  for (const value of [null, 1, 'constructor', ['__proto__'], { proto: '__proto__' }, { Constructor: 1 }])
    expect(forbiddenKeyIn(value)).toBeUndefined();
});

it('needs no more of the stack for deep values', () => {
  expect(forbiddenKeyIn(JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`))).toBeUndefined();
});

it('finds one that was put anywhere into anything', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(forbiddenKeyIn([{ a: value, b: { constructor: 1 } }])).toBeDefined();
    }),
  );
});
