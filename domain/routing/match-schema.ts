import { z } from 'zod';
import { fieldRefSchema } from './target-schema.ts';

const bySchema = z.union(
  [
    z.strictObject({ field: fieldRefSchema }).readonly(),
    z.strictObject({ domain: fieldRefSchema }).readonly(),
    z
      .strictObject({
        name: fieldRefSchema,
        atLeast: z.number().min(0.5, 'Below 0.5 everything is alike.').max(1).exactOptional(),
      })
      .readonly(),
  ],
  { error: 'Match an account by {field: …}, {domain: …} or {name: …, atLeast: 0.85}.' },
);

/** What is preferred among accounts that match alike, in this order; the account id decides in the end. */
export const tieBreakers = ['active', 'parent', 'oldest', 'newest'] as const;

const accountMatchSchema = z
  .strictObject({
    by: z.array(bySchema).min(1, 'Say how the account is found.').max(10).readonly(),
    tieBreakers: z.array(z.enum(tieBreakers)).max(tieBreakers.length).readonly().exactOptional(),
  })
  .readonly();

const territoryMatchSchema = z
  .strictObject({
    country: fieldRefSchema.exactOptional(),
    postal: fieldRefSchema.exactOptional(),
    segment: fieldRefSchema.exactOptional(),
  })
  .readonly()
  .refine(
    (by) => Object.keys(by).length > 0,
    'Name a field for the country, the postal code or the segment.',
  );

/** How the account and the territory of a case are found; the ways are tried in order, the first that finds any decides. */
export const matchSchema = z
  .strictObject({
    account: accountMatchSchema.exactOptional(),
    territory: territoryMatchSchema.exactOptional(),
  })
  .readonly();

/** How the account of a case is found. */
export type AccountMatch = z.infer<typeof accountMatchSchema>;
/** How the territory of a case is found: the facts that hold its country, postal code and segment. */
export type TerritoryMatch = z.infer<typeof territoryMatchSchema>;
