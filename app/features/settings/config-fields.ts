/** A configuration as JSON. */
export type Config = { readonly [key: string]: unknown };

/** One field of a configuration, flat; its name is the path to it: `config/auth/kind`. */
export interface ConfigField {
  readonly name: string;
  readonly path: readonly string[];
  readonly kind: 'text' | 'url' | 'number' | 'choice' | 'flag' | 'list';
  readonly options: readonly string[];
  readonly required: boolean;
  /** What holds when nothing is given. */
  readonly standard: string;
  /** Which choice of another field it belongs to. */
  readonly only: { readonly name: string; readonly value: string }[];
}

/** A JSON Schema as far as configurations use it. */
interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: { readonly [name: string]: Schema };
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

/** The fields of a configuration by its JSON Schema: objects are laid flat, variants become a choice with the fields of each. */
export function configFields(schema: unknown, path: readonly string[] = []): ConfigField[] {
  const { properties = {}, required = [] } = schema as Schema;
  return Object.entries(properties).flatMap(([key, property]) =>
    fieldsOf(property, [...path, key], required.includes(key)),
  );
}

const nameOf = (path: readonly string[]): string => ['config', ...path].join('/');

function fieldsOf(schema: Schema, path: readonly string[], required: boolean): ConfigField[] {
  const variants = schema.oneOf ?? schema.anyOf;
  if (variants !== undefined) return variantFields(schema, variants, path);
  if (schema.type === 'object')
    // What an object that may be left out requires is required only once it is begun: the API says so.
    return configFields(schema, path).map((field) => (required ? field : { ...field, required: false }));
  const kind = kindOf(schema);
  return [
    {
      ...{ name: nameOf(path), path, kind, required, only: [] },
      options: kind === 'choice' ? (schema.enum ?? []).map(String) : [],
      standard: standardOf(schema.default),
    },
  ];
}

function kindOf({ type, format, enum: options }: Schema): ConfigField['kind'] {
  if (options !== undefined) return 'choice';
  if (type === 'boolean') return 'flag';
  if (type === 'array') return 'list';
  if (type === 'number' || type === 'integer') return 'number';
  return format === 'uri' ? 'url' : 'text';
}

function standardOf(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  return value === undefined || (typeof value === 'object' && value !== null) ? '' : String(value);
}

/** Objects told apart by one property that each fixes. */
function variantFields(whole: Schema, variants: readonly Schema[], path: readonly string[]): ConfigField[] {
  const tag = Object.entries(variants[0]?.properties ?? {}).find(
    ([, { const: fixed }]) => fixed !== undefined,
  )?.[0];
  if (tag === undefined) return [];
  const name = nameOf([...path, tag]);
  const standard = standardOf((whole.default as Config | undefined)?.[tag]);
  const options = variants.map(({ properties }) => String(properties?.[tag]?.const));
  const choice: ConfigField = {
    name,
    path: [...path, tag],
    kind: 'choice',
    options,
    required: true,
    standard,
    only: [],
  };
  return [
    choice,
    ...variants.flatMap((variant, index) =>
      configFields(variant, path)
        .filter((field) => field.name !== name)
        .map((field) => ({ ...field, required: false, only: [{ name, value: options[index] ?? '' }] })),
    ),
  ];
}

/** What a configuration says in each field, as text. */
export function configValues(fields: readonly ConfigField[], config: Config): Record<string, string> {
  return Object.fromEntries(
    fields.map(({ name, path }) => [
      name,
      standardOf(path.reduce<unknown>((at, key) => (at as Config | undefined)?.[key], config)),
    ]),
  );
}

/** The configuration that was typed: what is empty is left out, and so is what belongs to another choice. */
export function configTyped(fields: readonly ConfigField[], typed: (name: string) => string): Config {
  const config: Record<string, unknown> = {};
  for (const field of fields) {
    const text = typed(field.name).trim();
    const elsewhere = field.only.some(({ name, value }) => typed(name) !== value);
    if (elsewhere || (text === '' && field.kind !== 'flag')) continue;
    put(config, field.path, valueIn(field, text));
  }
  return config;
}

function put(config: Record<string, unknown>, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    config[key] = value;
    return;
  }
  const inner = (config[key] ?? {}) as Record<string, unknown>;
  config[key] = inner;
  put(inner, rest, value);
}

function valueIn({ kind }: ConfigField, text: string): unknown {
  if (kind === 'flag') return text === 'on';
  if (kind === 'list') return text.split(/[\s,]+/).filter((part) => part !== '');
  // What is no number is sent as it was typed, so that the API says so beside the field.
  return kind === 'number' && Number.isFinite(Number(text)) ? Number(text) : text;
}
