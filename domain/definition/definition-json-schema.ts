import { z } from 'zod';
import { definitionSchema } from './definition-schema.ts';

/** The JSON Schema (draft 2020-12) of a definition document, for editors; what it cannot say, `checkDefinition` does. */
export function definitionJsonSchema(): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(definitionSchema, { io: 'input', unrepresentable: 'any' });
  return { ...schema, title: 'Request type' };
}
