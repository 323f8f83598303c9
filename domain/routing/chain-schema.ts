import { z } from 'zod';
import { textSchema } from '../form/text-schema.ts';
import { itemIdSchema } from '../workflow/item-id-schema.ts';
import { matchSchema } from './match-schema.ts';
import { defaultWaySchema, ruleSchema } from './rule-schema.ts';
import { screenSchema } from './screen-schema.ts';
import { suppressionSchema } from './suppression-schema.ts';

/**
 * A routing chain as stored: match, screen, suppress, rules, and a default that is always there.
 * Nothing is filled in on reading, so that the hash of a definition never moves.
 */
export const chainSchema = z
  .strictObject({
    id: itemIdSchema,
    title: textSchema,
    match: matchSchema.exactOptional(),
    screen: z.array(screenSchema).max(50).readonly().exactOptional(),
    suppress: z.array(suppressionSchema).max(50).readonly().exactOptional(),
    rules: z.array(ruleSchema).max(500, 'A chain has 500 rules at most.').readonly(),
    default: defaultWaySchema,
  })
  .readonly();

/** A routing chain. */
export type Chain = z.infer<typeof chainSchema>;
