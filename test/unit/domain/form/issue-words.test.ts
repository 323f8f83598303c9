import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { issueDetails } from '../../../../domain/form/issue-details.ts';
import { issueWords } from '../../../../domain/form/issue-words.ts';

function detailsOf(schema: z.ZodType, value: unknown): (readonly [pointer: string, detail: string])[] {
  const read = schema.safeParse(value, { error: issueWords });
  return issueDetails(read.error?.issues ?? [], '/at').map(({ pointer, detail }) => [pointer, detail]);
}

const day = new Date('2026-03-02T00:00:00Z');
const either = z.union([z.strictObject({ a: z.string() }), z.number(), z.array(z.int())]);
const told = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('go'), to: z.string() }),
  z.strictObject({ do: z.literal('stay') }),
]);

/** Every way a schema refuses, and what is said of it. */
const table: readonly (readonly [
  what: string,
  schema: z.ZodType,
  value: unknown,
  detail: string,
  at?: string,
])[] = [
  ['nothing where a text belongs', z.string(), undefined, 'Give a text.'],
  ['a number where a text belongs', z.string(), 7, 'Give a text.'],
  ['a text where a number belongs', z.number(), 'x', 'Give a number.'],
  ['what is not a number', z.number(), Number.NaN, 'Give a number.'],
  ['what only not-a-number fits', z.nan(), 1, 'Give a number.'],
  ['a fraction where a whole number belongs', z.int(), 1.5, 'Give a whole number.'],
  ['a text where a long number belongs', z.bigint(), 'x', 'Give a whole number.'],
  ['a text where yes or no belongs', z.boolean(), 'yes', 'Give true or false.'],
  ['a text where a list belongs', z.array(z.string()), 'x', 'Give a list.'],
  ['a text where a pair belongs', z.tuple([z.string()]), 'x', 'Give a list.'],
  ['a text where a set belongs', z.set(z.string()), 'x', 'Give a list.'],
  ['a list where an object belongs', z.object({}), [], 'Give an object with named fields.'],
  [
    'a text where a record belongs',
    z.record(z.string(), z.string()),
    'x',
    'Give an object with named fields.',
  ],
  ['a text where a map belongs', z.map(z.string(), z.string()), 'x', 'Give an object with named fields.'],
  ['a text where a date belongs', z.date(), 'x', 'Give a date, such as 2026-03-02.'],
  ['a text where null belongs', z.null(), 'x', 'Give null.'],
  ['a value where none belongs', z.never(), 1, 'Leave this out.'],
  ['a value where nothing belongs', z.undefined(), 1, 'Leave this out.'],
  ['nothing where a value belongs', z.nonoptional(z.string().optional()), undefined, 'Give a value.'],
  ['a value where a symbol belongs', z.symbol(), 1, 'Give another value here.'],
  ['too long a text', z.string().max(2_000), 'x'.repeat(2_001), 'Give at most 2,000 characters.'],
  ['too long a text by one', z.string().max(1), 'xy', 'Give at most 1 character.'],
  ['too short a text', z.string().min(3), 'x', 'Give at least 3 characters.'],
  ['an empty text', z.string().min(1), '', 'Give a text.'],
  ['a text longer than its length', z.string().length(2), 'xyz', 'Give exactly 2 characters.'],
  ['a text shorter than its length', z.string().length(2), 'x', 'Give exactly 2 characters.'],
  ['too many items', z.array(z.int()).max(2), [1, 2, 3], 'Give at most 2 items.'],
  ['too few items', z.array(z.int()).min(1), [], 'Give at least 1 item.'],
  ['too many of a set', z.set(z.int()).max(1), new Set([1, 2]), 'Give at most 1 item.'],
  ['too many items of a pair', z.tuple([z.int()]), [1, 2], 'Give at most 1 item.'],
  ['too great a number', z.number().max(200), 201, 'Give at most 200.'],
  ['too great a number, itself not allowed', z.number().lt(200), 200, 'Give less than 200.'],
  ['too small a number', z.number().min(-5), -6, 'Give at least -5.'],
  ['too small a number, itself not allowed', z.number().gt(0), 0, 'Give more than 0.'],
  ['too great a long number', z.bigint().max(9_000n), 9_001n, 'Give at most 9,000.'],
  ['an unknown choice', z.enum(['a', 'b']), 'c', 'Choose one of: a, b.'],
  ['nothing where a choice belongs', z.enum(['a', 'b']), undefined, 'Choose one of: a, b.'],
  ['another value than the only one', z.literal(true), false, 'Give true.'],
  ['no multiple', z.number().multipleOf(5), 7, 'Give a multiple of 5.'],
  [
    'an unknown field',
    z.strictObject({}),
    { 'a/b': 1 },
    'There is no field with this name here. Leave it out.',
    '/at/a~1b',
  ],
  [
    'a field with a bad name',
    z.record(z.string().max(2), z.int()),
    { abc: 1 },
    'Use another name. Give at most 2 characters.',
    '/at/abc',
  ],
  [
    'an item of a map that cannot be named',
    z.map(z.date(), z.int()),
    new Map([[day, 'x']]),
    'Give another item. Give a number.',
  ],
  ['no e-mail address', z.email(), 'x', 'Give one e-mail address, such as ana@example.com.'],
  ['no web address', z.url(), 'x', 'Give a whole web address, such as https://example.com/page.'],
  ['no date', z.iso.date(), 'x', 'Give a date, such as 2026-03-02.'],
  ['another beginning', z.string().startsWith('sbx_'), 'x', 'Begin with “sbx_”.'],
  ['another end', z.string().endsWith('.pdf'), 'x', 'End with “.pdf”.'],
  ['a part that is missing', z.string().includes('{id}'), 'x', 'Put “{id}” in.'],
  [
    'a pattern that is not met',
    z.string().regex(/^a+$/),
    'x',
    'Write this the way it is described at /api/docs.',
  ],
  ['a rule without words', z.string().refine(() => false), 'x', 'Give another value here.'],
  ['a schema’s own words', z.string('Name it.'), 1, 'Name it.'],
  ['an unknown kind of deed', told, { do: 'run' }, 'Choose one of: go, stay.', '/at/do'],
  ['a deed that lacks something', told, { do: 'go' }, 'Give a text.', '/at/to'],
  ['none of several kinds', either, true, 'Give one of the kinds of value described for this.'],
  ['one of several kinds with a fault in it', either, { a: 1 }, 'Give a text.', '/at/a'],
];

describe('what a schema refuses', () => {
  const rows = table.map(([what, schema, value, detail, at = '/at']) => ({
    what,
    schema,
    value,
    detail,
    at,
  }));

  it.each(rows)('is said plainly of $what', ({ schema, value, detail, at }) => {
    expect(detailsOf(schema, value)).toEqual([[at, detail]]);
  });

  it('names every unknown field, and every fault at once', () => {
    const schema = z.strictObject({ name: z.string(), of: z.enum(['me', 'all']) });
    expect(detailsOf(schema, { name: 1, x: 1, y: 2 })).toEqual([
      ['/at/name', 'Give a text.'],
      ['/at/of', 'Choose one of: me, all.'],
      ['/at/x', 'There is no field with this name here. Leave it out.'],
      ['/at/y', 'There is no field with this name here. Leave it out.'],
    ]);
  });

  it('is never said in the words of the library', () => {
    for (const [, schema, value] of table)
      for (const [, detail] of detailsOf(schema, value))
        expect(detail).not.toMatch(/invalid|expected|received|unrecognized|Too (big|small)/i);
  });
});
