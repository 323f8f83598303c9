import { z } from 'zod';
import { isPlainText, textWords } from '../../../domain/fact/plain-text.ts';

/** A point in time, epoch milliseconds. */
export const at = z.number().meta({ description: 'Epoch milliseconds.' });

/** An instant in a query. */
export const instant = z
  // An empty text would count as 0.
  .preprocess(
    (text) => (typeof text === 'string' && text.trim() === '' ? Number.NaN : text),
    z.coerce.number('Give epoch milliseconds.').int().min(0).max(8.64e15),
  )
  .meta({ description: 'Epoch milliseconds.' });

/** The id of a case in an address. */
export const caseParams = z.strictObject({ id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/) });

/** The id of a directory object in an address. */
export const objectParams = z.strictObject({ id: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,62}$/) });

/** The slug of a request type in an address. */
export const slugParams = z.strictObject({ slug: z.string().regex(/^[a-z][a-z0-9-]{0,62}$/) });

/** How a list is paged. */
export const pageQuery = {
  limit: z.coerce
    .number('Give a whole number from 1 to 200.')
    .int('Give a whole number from 1 to 200.')
    .min(1, 'Give a whole number from 1 to 200.')
    .max(200, 'A page has 200 items at most.')
    .default(50),
  cursor: z.string().min(1).max(4_000).exactOptional(),
};

/** One page of something. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    next: z
      .string()
      .nullable()
      .meta({ description: 'Send it back as cursor for the next page; null at the end.' }),
  });

/** A text that says why. */
export const reason = z
  .string()
  .max(2_000, 'Shorten this to 2,000 characters.')
  .refine(isPlainText, textWords);

/** The id of a person. */
export const personId = z.string().min(1).max(63);

/** An answer of an endpoint in JSON. */
export const jsonAnswer = (description: string, schema: z.ZodType) => ({
  description,
  content: { 'application/json': schema },
});

/** The same for something that has a version. */
export const versionedAnswer = (description: string, schema: z.ZodType) => ({
  ...jsonAnswer(description, schema),
  etag: true as const,
});

/** A JSON body of ordinary size. */
export const jsonBody = <S extends z.ZodType>(schema: S) =>
  ({ kind: 'json', schema, limit: 100_000, depth: 32 }) as const;

/** Asks for the names that ids stand for, beside the items. */
export const expand = z.literal('names', 'Leave this out, or ask for names.').exactOptional();
