import { z } from 'zod';
import { canonicalJson } from '../../../domain/hash/canonical-json.ts';

type Schema = { [key: string]: unknown };

/** Collects the schemas that have a name, or refer to themselves, so that the document says each once. */
export class SchemaShelf {
  readonly #named = new Map<string, Schema>();
  readonly #shared = new Map<string, string>();

  /** The schemas by the name they are referred to by, in order. */
  get components(): Record<string, Schema> {
    return Object.fromEntries([...this.#named].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** A zod schema as JSON Schema 2020-12: what is sent (`input`), or what is answered (`output`). */
  of(schema: z.ZodType, io: 'input' | 'output'): Schema {
    const {
      $schema: _dialect,
      $defs,
      ...body
    } = z.toJSONSchema(schema, {
      io,
      unrepresentable: 'any',
      reused: 'inline',
    }) as Schema & { $defs?: Record<string, Schema> };
    const names = new Map<string, string>();
    for (const [key, definition] of Object.entries($defs ?? {}))
      names.set(key, this.#nameOf(key, definition));
    for (const [key, definition] of Object.entries($defs ?? {}))
      this.#keep(names.get(key) ?? key, relinked(definition, names));
    const { id, ...plain } = relinked(body, names);
    if (typeof id !== 'string') return plain;
    this.#keep(id, plain);
    return { $ref: `#/components/schemas/${id}` };
  }

  #keep(name: string, { id: _id, ...schema }: Schema): void {
    if (!this.#named.has(name)) this.#named.set(name, schema);
  }

  /** The name a definition gave itself, else one for every schema that says the same. */
  #nameOf(key: string, definition: Schema): string {
    if (typeof definition['id'] === 'string') return definition['id'];
    if (!key.startsWith('__')) return key;
    const text = canonicalJson(JSON.parse(JSON.stringify(definition).replaceAll(key, '')));
    const known = this.#shared.get(text) ?? `Shared${this.#shared.size + 1}`;
    this.#shared.set(text, known);
    return known;
  }
}

/** The schema with its references led to the document's components. */
function relinked(schema: Schema, names: ReadonlyMap<string, string>): Schema {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([key, each]) => {
      if (key !== '$ref' || typeof each !== 'string') return [key, walk(each)];
      const name = each.replace('#/$defs/', '');
      return [key, `#/components/schemas/${names.get(name) ?? name}`];
    });
    return Object.fromEntries(entries);
  };
  return walk(schema) as Schema;
}
