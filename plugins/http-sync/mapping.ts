import { z } from 'zod';
import { fieldPath } from './field-path.ts';

const source = z.union([
  z.strictObject({
    fact: z.string().min(1).max(200),
    /** Default: left out when creating or replacing, null when patching, so that a value taken away here goes there too. */
    whenMissing: z.enum(['omit', 'null']).optional(),
  }),
  z.strictObject({ template: z.string().max(4000) }),
  z.strictObject({ literal: z.json() }),
]);

/** Which facts stand where in the other system's record: body path → fact, template with `{{fact}}`, or literal. */
export const mappingSchema = z.record(fieldPath, source).superRefine((mapping, context) => {
  const paths = Object.keys(mapping);
  if (paths.length === 0 || paths.length > 200) {
    context.addIssue({ code: 'custom', message: 'names 1 to 200 fields' });
  }
  for (const path of paths) {
    const parent = paths.find((other) => path.startsWith(`${other}.`));
    if (parent) context.addIssue({ code: 'custom', path: [path], message: `lies inside ${parent}` });
  }
});

/** Where one body field comes from. */
export type Source = z.output<typeof source>;

/** One request type's mapping, checked. */
export type Mapping = z.output<typeof mappingSchema>;
