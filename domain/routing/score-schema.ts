import { z } from 'zod';
import { textSchema } from '../form/text-schema.ts';

/** A number handed in with a submission, read by conditions as `score.<id>`. */
export const scoreSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z][A-Za-z0-9_]{0,62}$/, 'Begin with a small letter; then letters, digits or _.'),
    label: textSchema,
  })
  .readonly();
