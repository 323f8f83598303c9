import { z } from 'zod';

/** What the ids on a page of cases stand for. */
export const listNamesSchema = z.object({
  people: z.record(z.string(), z.string()),
  cases: z.record(
    z.string(),
    z.object({
      type: z.string(),
      state: z.string(),
      clock: z
        .string()
        .nullable()
        .meta({ description: 'The clock that is due first; null while none runs.' }),
    }),
  ),
});
