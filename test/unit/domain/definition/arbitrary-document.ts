import fc from 'fast-check';
import type { JsonObject } from '../../../../domain/definition/operation.ts';
import type { Json } from '../../../../domain/hash/canonical-json.ts';

const words = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'title', 'when');

const scalar: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    '',
    'x',
    'yes',
    'null',
    '1',
    '- a',
    'a: b',
    ' #',
    '2026-01-01',
    'two\nlines',
    'tab\t',
  ),
  fc.integer({ min: -5, max: 5 }),
  fc.boolean(),
  fc.constant(null),
);

/** Documents of objects, lists of items with ids, and other lists, with names few enough to meet again. */
export const arbitraryDocument: fc.Arbitrary<JsonObject> = fc.letrec<{ value: Json; object: JsonObject }>(
  (tie) => ({
    value: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'json' },
      scalar,
      tie('object'),
      fc.array(scalar, { maxLength: 3 }),
      fc
        .uniqueArray(fc.tuple(words, tie('object')), { selector: ([id]) => id, maxLength: 5 })
        .map((items) => items.map(([id, object]) => ({ ...object, id }))),
    ),
    object: fc.dictionary(words, tie('value'), { maxKeys: 4, depthIdentifier: 'json' }),
  }),
).object;
