import { z } from 'zod';
import { accessKinds } from '../../use-cases/access-log/record-access.ts';
import { at, instant } from './common.ts';

/** One row of the log: the event with its values opened as far as they are shown, and its hash. */
export const logRowSchema = z
  .object({
    position: z.number(),
    stream: z.string(),
    seq: z.number(),
    at,
    kind: z.string(),
    actor: z.object({ kind: z.string(), id: z.string() }),
    command: z.string(),
    cause: z.string().nullable(),
    data: z.record(z.string(), z.unknown()),
    human: z.record(z.string(), z.unknown()),
    withheld: z
      .array(z.string())
      .meta({ description: 'Sealed values that are erased, or not shown here; their seals stay.' }),
    hash: z.string(),
  })
  .meta({ id: 'LogRow' });

/** What ids on a page of the log stand for. */
export const logNamesSchema = z
  .object({ people: z.record(z.string(), z.string()), cases: z.record(z.string(), z.string()) })
  .meta({ id: 'LogNames' });

/** One entry of the access log. */
export const accessEntrySchema = z
  .object({
    id: z.string(),
    at,
    kind: z.enum(accessKinds),
    person: z.string().nullable(),
    address: z.string().nullable(),
    what: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'AccessEntry' });

const name = z
  .string()
  .regex(/^[\x21-\x7e]{1,128}$/, 'Give a name without spaces.')
  .exactOptional();

/** What narrows the log. */
export const logFilter = {
  stream: name,
  rule: name,
  actor: name,
  decision: name,
  refused: z.literal('true').exactOptional(),
  kind: name,
  type: name,
};

/** From when, and until when. */
export const timeRange = { from: instant.exactOptional(), until: instant.exactOptional() };
