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

const names = z.record(z.string(), z.string());

const versionNamesSchema = z
  .object({
    ...{ states: names, transitions: names, gates: names, clocks: names },
    ...{ queues: names, rules: names, fields: names },
  })
  .meta({ id: 'NamesOfVersion' });

/** What ids on a page of the access log stand for. */
export const accessNamesSchema = z
  .object({
    people: names,
    cases: names,
    things: names.meta({ description: 'By stream, such as `pool:buyers`.' }),
  })
  .meta({ id: 'AccessNames' });

/** What ids on a page of the log stand for, as far as whoever asks may know it. */
export const logNamesSchema = accessNamesSchema
  .extend({
    roles: names,
    types: names,
    versions: z.record(z.string(), versionNamesSchema).meta({
      description: 'By case: what the version of its request type calls what its rows name.',
    }),
  })
  .meta({ id: 'LogNames' });

const linkSchema = z.object({ position: z.number(), seq: z.number(), hash: z.string() }).nullable();

/** One row of the log with what it rests on. */
export const logEvidenceSchema = z
  .object({
    row: logRowSchema,
    names: logNamesSchema,
    case: z
      .object({
        id: z.string(),
        number: z.string(),
        type: z.string(),
        version: z.number(),
        definition: z.string(),
      })
      .nullable()
      .meta({ description: 'The case as it is now; null for other things, and for a case not shown.' }),
    seen: z
      .object({
        basis: z.string().meta({ description: 'The hash that the signature names.' }),
        version: z.number(),
        since: at,
        values: z.record(z.string(), z.unknown()),
        files: z.array(z.object({ id: z.string(), name: z.string(), digest: z.string(), size: z.number() })),
        withheld: z.number(),
      })
      .nullable()
      .meta({ description: 'What a vote was made on, as far as it may be shown.' }),
    seat: z
      .object({
        gate: z.string(),
        round: z.number(),
        step: z.string(),
        via: z.string().nullable(),
        for: z.string().nullable(),
        as: z.enum(['delegate', 'backup', 'escalation']).nullable(),
        needed: z.number(),
        had: z.number(),
      })
      .nullable()
      .meta({ description: 'By what right a vote was cast.' }),
    chain: z.object({
      before: linkSchema,
      after: linkSchema,
      fits: z.boolean().meta({ description: 'Whether the hash follows from the event and the one before.' }),
      checkpoint: z
        .object({ size: z.number(), at, signature: z.string(), key: z.string() })
        .nullable()
        .meta({ description: 'The first signed checkpoint that counts it, and the fingerprint of its key.' }),
    }),
  })
  .meta({ id: 'LogEvidence' });

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
