import { z } from 'zod';
import { conditionSchema } from './condition-schema.ts';
import { textSchema } from './text-schema.ts';

/** The schema of a field's id, which is its variable name. */
export const fieldIdSchema = z
  .string()
  .regex(/^[a-z][A-Za-z0-9_]{0,62}$/, 'Start with a small letter; then letters, digits and _ (63 at most)')
  .refine((id) => !(id in Object.prototype), 'Choose another id: this word has a meaning in JavaScript');

/** The schema of a role or relation (`requester`, `handler`, `approver`) as fields name it. */
const roleName = z.string().regex(/^[a-z][a-z0-9_-]{0,62}$/, 'Name a role, such as procurement-lead');

/** The standard drivers of a request; at most one field each. */
export const purposes = ['urgency', 'due_date', 'impact', 'evidence', 'amount'] as const;

/** What a column of a table may say beside what its kind adds. */
export const columnShape = {
  id: fieldIdSchema,
  label: textSchema,
  help: textSchema.optional(),
  example: textSchema.optional(),
  required: z.boolean().optional(),
};

/** What every field a person sees a value of may say: who sees it, who changes it, and what it drives. */
export const shownShape = {
  id: fieldIdSchema,
  label: textSchema,
  help: textSchema.optional(),
  when: conditionSchema.optional(),
  material: z.boolean().optional(),
  searchable: z.boolean().optional(),
  sensitive: z.boolean().optional(),
  see: z.array(roleName).min(1).max(50).optional(),
  purpose: z.enum(purposes).optional(),
};

/** What every field a person fills in may say. */
export const askedShape = {
  ...shownShape,
  example: textSchema.optional(),
  required: z.union([z.boolean(), conditionSchema]).optional(),
  edit: z
    .array(
      z.strictObject({
        states: z.array(z.string().min(1).max(63)).min(1).max(100),
        roles: z.array(roleName).min(1).max(50),
      }),
    )
    .min(1)
    .max(50)
    .optional(),
};

/** The strict schema of a field of a kind: what every field may say, and what this kind adds. */
export function fieldConfig<const K extends string, S extends z.ZodRawShape>(kind: K, shape: S) {
  return z.strictObject({ kind: z.literal(kind), ...askedShape, ...shape });
}

/** The strict schema of a column of a kind: the same settings without conditions, purpose and visibility. */
export function columnConfig<const K extends string, S extends z.ZodRawShape>(kind: K, shape: S) {
  return z.strictObject({ kind: z.literal(kind), ...columnShape, ...shape });
}
