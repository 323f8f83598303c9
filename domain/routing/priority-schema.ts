import { z } from 'zod';

const prioritySchema = z.int().min(1).max(4);
const optionsSchema = z
  .array(z.string().min(1).max(64))
  .min(1, 'Name at least one value, or leave it out.')
  .max(50);

const rowSchema = z
  .strictObject({
    urgency: optionsSchema.readonly().exactOptional(),
    impact: optionsSchema.readonly().exactOptional(),
    dueWithinDays: z.int().min(0).max(366).exactOptional(),
    priority: prioritySchema,
  })
  .readonly();

/** The visible table urgency × impact × days to the due date → 1 (highest) to 4; the first row that matches wins. */
export const priorityTableSchema = z
  .strictObject({
    table: z.array(rowSchema).max(100, 'The table has 100 rows at most.').readonly(),
    default: prioritySchema,
  })
  .readonly();

/** The priority table of a request type. */
export type PriorityTable = z.infer<typeof priorityTableSchema>;
