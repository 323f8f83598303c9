type Schema = { readonly [key: string]: unknown };
type Operation = { readonly method: string; readonly path: string; readonly schema: Schema };

/** A document as far as bodies and parameters are read from it. */
export interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface DescribedOperation {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly description?: string;
    readonly schema?: { readonly description?: string };
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

/** Every operation that takes JSON, with the schema of its body. */
export function bodiesIn({ paths }: Described): Operation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, { requestBody }]) => {
      const schema = requestBody?.content['application/json']?.schema;
      return schema === undefined ? [] : [{ method, path, schema }];
    }),
  );
}

/** Texts that are the body of nothing, each with the status that says so, whatever the operation. */
export const hopeless: readonly (readonly [name: string, text: string, type: string])[] = [
  ['nothing, said to be JSON', '', 'application/json'],
  ['half an object', '{"a":', 'application/json'],
  ['words', 'hello', 'application/json'],
  ['null', 'null', 'application/json'],
  ['a list', '[]', 'application/json'],
  ['a text', '"text"', 'application/json'],
  ['a number', '12', 'application/json'],
  ['a huge number', '1e400', 'application/json'],
  ['an unknown key', '{"noSuchKey":1}', 'application/json'],
  ['a huge number under an unknown key', '{"noSuchKey":1e400}', 'application/json'],
  ['a prototype', '{"__proto__":{"admin":true}}', 'application/json'],
  ['a constructor', '{"constructor":{"prototype":{"admin":true}}}', 'application/json'],
  ['a deep prototype', '{"values":{"item":{"__proto__":1}}}', 'application/json'],
  ['a deep list', '['.repeat(40_000) + ']'.repeat(40_000), 'application/json'],
  ['a deep object', `${'{"a":'.repeat(200)}1${'}'.repeat(200)}`, 'application/json'],
  ['a zero character as key', '{"\\u0000":1}', 'application/json'],
  ['a raw zero character', '{"a\u0000":1}', 'application/json'],
  ['half a character', '{"a":"\\ud800"}', 'application/json'],
  ['half a character as key', '{"\\udfff":1}', 'application/json'],
  ['a dollar key', '{"$where":"1"}', 'application/json'],
  ['XML', '<a/>', 'application/xml'],
  ['a form', 'a=1', 'application/x-www-form-urlencoded'],
  ['plain text', '{}', 'text/plain'],
  ['another character set', '{}', 'application/json; charset=utf-16'],
  ['no media type at all', '{"a":1}', 'x'],
];

/** Bytes that are not UTF-8. */
export const notText = Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]);

const samples: readonly unknown[] = ['text', 7.5, true, null, ['a'], { a: 1 }];

/** The fields of one variant of a body, and a body of it with all it requires. */
function partsOf(variant: Schema, all: Described) {
  const properties = (variant['properties'] ?? {}) as Record<string, Schema>;
  const required = (variant['required'] ?? []) as readonly string[];
  const whole = Object.fromEntries(required.map((key) => [key, sampleOf(properties[key] ?? {}, all)]));
  return { whole, fields: Object.entries(properties) };
}

/** For each field of a body, bodies that are right but for its kind of value. */
export function mistyped(schema: Schema, all: Described): { readonly name: string; readonly body: object }[] {
  return variants(schema, all).flatMap((variant) => {
    const { whole, fields } = partsOf(variant, all);
    return fields.flatMap(([key, property]) => {
      const kinds = kindsOf(property, all);
      return samples
        .filter((sample) => kinds !== 'any' && !kinds.has(kindOf(sample)))
        .map((sample) => ({ name: `${key} as ${kindOf(sample)}`, body: { ...whole, [key]: sample } }));
    });
  });
}

/** For each field of a body that takes text or numbers, bodies with extreme ones; some of them may be taken. */
export function extreme(schema: Schema, all: Described): object[] {
  return variants(schema, all).flatMap((variant) => {
    const { whole, fields } = partsOf(variant, all);
    return fields.flatMap(([key, property]) => {
      const kinds = kindsOf(property, all);
      const takes = (kind: string): boolean => kinds === 'any' || kinds.has(kind);
      const texts = takes('string')
        ? ['', 'a\u0000b', '\u202e', 'x'.repeat(60_000), '../..', "' OR 1=1"]
        : [];
      const numbers = takes('number') ? [Number.MAX_VALUE, -1, 0.1, Number.MIN_VALUE, 2 ** 53] : [];
      const objects = takes('object') ? [{ $gt: '' }, { 'a.b': 1 }, {}] : [];
      return [...texts, ...numbers, ...objects].map((value) => ({ ...whole, [key]: value }));
    });
  });
}

/** For each of these fields that a body takes as text, a body that holds a control character in it. */
export function withControls(schema: Schema, all: Described, names: readonly string[]): object[] {
  return variants(schema, all).flatMap((variant) => {
    const { whole, fields } = partsOf(variant, all);
    return fields
      .filter(([key, property]) => {
        const kinds = kindsOf(property, all);
        return names.includes(key) && kinds !== 'any' && kinds.has('string');
      })
      .map(([key]) => ({ ...whole, [key]: 'a\u0000b' }));
  });
}

/** Every parameter of an address that takes an instant. */
export function instantsIn({ paths }: Described): { readonly path: string; readonly name: string }[] {
  return Object.entries(paths).flatMap(([path, { get }]) =>
    (get?.parameters ?? [])
      .filter(({ description, schema }) => (description ?? schema?.description) === 'Epoch milliseconds.')
      .map(({ name }) => ({ path, name })),
  );
}

function variants(schema: Schema, all: Described): Schema[] {
  const plain = resolved(schema, all);
  const of = (plain['anyOf'] ?? plain['oneOf']) as readonly Schema[] | undefined;
  return of === undefined ? [plain] : of.flatMap((each) => variants(each, all));
}

function resolved(schema: Schema, { components }: Described): Schema {
  const ref = schema['$ref'];
  return typeof ref === 'string' ? (components.schemas[ref.split('/').at(-1) ?? ''] ?? {}) : schema;
}

const kindOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

function kindsOf(schema: Schema, all: Described): ReadonlySet<string> | 'any' {
  const found = new Set<string>();
  for (const variant of variants(schema, all)) {
    const values = (variant['enum'] ?? ('const' in variant ? [variant['const']] : undefined)) as
      | readonly unknown[]
      | undefined;
    const types = variant['type'] ?? values?.map(kindOf);
    if (types === undefined) return 'any';
    for (const type of [types].flat()) found.add(type === 'integer' ? 'number' : String(type));
  }
  return found;
}

function sampleOf(schema: Schema, all: Described): unknown {
  const [first = {}] = variants(schema, all);
  if ('const' in first) return first['const'];
  const [value] = (first['enum'] ?? []) as readonly unknown[];
  if (value !== undefined) return value;
  const kinds = kindsOf(first, all);
  if (kinds === 'any') return 'a';
  const [kind = 'string'] = kinds;
  const plain: Readonly<Record<string, unknown>> = {
    string: 'a',
    number: 1,
    boolean: true,
    array: [],
    object: {},
  };
  return plain[kind] ?? null;
}
