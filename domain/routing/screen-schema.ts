import { z } from 'zod';
import { itemIdSchema } from '../workflow/item-id-schema.ts';
import { conditionSchema, stageItem } from './stage-item-schema.ts';
import { fieldRefSchema } from './target-schema.ts';

const low = { lowUrgency: z.boolean().exactOptional() } as const;

const thenSchema = z.union(
  [
    z.strictObject({ queue: itemIdSchema, ...low }).readonly(),
    z.strictObject({ review: itemIdSchema, ...low }).readonly(),
    z.strictObject({ continue: z.literal(true), ...low }).readonly(),
  ],
  { error: 'Say where it goes: {queue: …}, {review: …} or {continue: true}.' },
);

// biome-ignore lint/suspicious/noThenProperty: a word of the definition document, whose value is never a function
const outcome = { then: thenSchema } as const;

/** A duplicate: an earlier case with the same values in `fields`, of the same requester or account where `per` says so. */
const duplicateSchema = z
  .strictObject({
    ...stageItem,
    kind: z.literal('duplicate'),
    fields: z
      .array(fieldRefSchema)
      .min(1, 'Name the fields that make two cases the same.')
      .max(10)
      .readonly(),
    withinDays: z.int().min(1).max(3_650),
    per: z.enum(['requester', 'account']).exactOptional(),
    ...outcome,
  })
  .readonly();

const conditionScreenSchema = z
  .strictObject({ ...stageItem, kind: z.literal('condition'), when: conditionSchema, ...outcome })
  .readonly();

/** A check before routing: a duplicate, or a condition such as incomplete or junk. */
export const screenSchema = z.discriminatedUnion('kind', [duplicateSchema, conditionScreenSchema]);

/** A check before routing. */
export type Screen = z.infer<typeof screenSchema>;
/** A screen that looks for an earlier case with the same values. */
export type DuplicateScreen = z.infer<typeof duplicateSchema>;
