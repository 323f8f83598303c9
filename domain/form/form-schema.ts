import { z } from 'zod';
import { conditionSchema } from './condition-schema.ts';
import { fieldIdSchema } from './field-common.ts';
import { fieldSchema } from './fields/field-kinds.ts';
import { contextShape } from './form-context.ts';
import { partIdSchema } from './part-id.ts';
import { textSchema } from './text-schema.ts';

/** The schema of a section: a titled group of fields, shown in the order it names them. */
export const sectionSchema = z.strictObject({
  id: partIdSchema,
  title: textSchema,
  help: textSchema.optional(),
  when: conditionSchema.optional(),
  fields: z.array(fieldIdSchema).max(300),
});
export type Section = z.infer<typeof sectionSchema>;

/** The schema of the form of a definition: at most 100 sections and 300 fields. What it cannot say, `checkForm` does. */
export const formSchema = z.strictObject({
  ...contextShape,
  sections: z.array(sectionSchema).max(100),
  fields: z.array(fieldSchema).max(300),
});
export type Form = z.infer<typeof formSchema>;
