import { z } from 'zod';
import { conditionSchema, stageItem } from './stage-item-schema.ts';

const dateSchema = z.iso.date('Write the date as YYYY-MM-DD.');

/** What a suppression does: no routing at all, a hold with an owner and a date, or routing without notices. */
const suppressActions = ['do_not_route', 'hold', 'do_not_notify'] as const;

const untilSchema = z.union(
  [
    z.strictObject({ days: z.int().min(1).max(366) }).readonly(),
    z.strictObject({ date: dateSchema }).readonly(),
    z.strictObject({ when: conditionSchema }).readonly(),
  ],
  {
    error: 'A hold lasts {days: n}, until {date: YYYY-MM-DD}, or as long as {when: condition} is not false.',
  },
);

/**
 * A rule that stops cases. It is temporary (`expiresOn`, the last day it works) or standing (`reviewOn`, after which its
 * owner is alerted and it keeps working): exactly one of the two.
 */
export const suppressionSchema = z
  .strictObject({
    ...stageItem,
    when: conditionSchema,
    action: z.enum(suppressActions),
    until: untilSchema.exactOptional(),
    expiresOn: dateSchema.exactOptional(),
    reviewOn: dateSchema.exactOptional(),
  })
  .readonly();

/** A rule that stops cases. */
export type Suppression = z.infer<typeof suppressionSchema>;
