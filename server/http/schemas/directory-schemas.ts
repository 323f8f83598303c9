import { z } from 'zod';
import { assert } from '../../../domain/error/assert.ts';
import type { DirectoryKindName } from '../../../domain/stream/directory/directory-object.ts';
import { instantSchema, slugSchema } from '../../../domain/stream/directory/field-schemas.ts';
import { objectOf } from '../../../domain/stream/directory-objects.ts';
import { at, expand, reason } from './common.ts';
import { eventSchema } from './history-schemas.ts';

/** The fields of a kind as they are given to make one, or to change one: those of the domain, with the id and the reason beside them. */
function withFields(schema: z.ZodType, beside: z.ZodRawShape): z.ZodObject {
  assert(schema instanceof z.ZodObject, 'the fields of a directory object are an object');
  return schema.extend(beside);
}

/** The body that makes a directory object. */
export function createBody(kind: DirectoryKindName): z.ZodObject {
  return withFields(objectOf(kind).create, { id: slugSchema, reason: reason.default('') });
}

/** The body that changes one. */
export function patchBody(kind: DirectoryKindName): z.ZodObject {
  return withFields(objectOf(kind).patch, { reason: reason.default('') });
}

/** A directory object as it is answered. */
export const objectSchema = z
  .looseObject({ id: z.string(), rev: z.number(), active: z.boolean() })
  .meta({ id: 'DirectoryObject', description: 'Its fields are those it is made with.' });

const titles = z.record(z.string(), z.string());

/** What ids in the directory stand for, by kind. */
export const directoryNamesSchema = z
  .object({ people: titles, teams: titles, calendars: titles, accounts: titles })
  .meta({ id: 'DirectoryNames' });

/** The same with the names of what it refers to, when they were asked for. */
export const namedObjectSchema = objectSchema.extend({ names: directoryNamesSchema.optional() });

/** What happened to a directory object. */
export const historySchema = z.object({
  items: z.array(eventSchema),
  next: z.string().nullable(),
  names: directoryNamesSchema.optional(),
});

/** How a history is paged. */
export const historyQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z
    .string()
    .regex(/^\d{1,12}$/, 'Give the cursor of the page before.')
    .exactOptional(),
  expand,
});

/** Bodies of what is done to people, teams and pools beside changing their fields. */
export const directoryBodies = {
  why: z.strictObject({ reason: reason.default('') }),
  leave: z.strictObject({
    from: instantSchema,
    until: instantSchema,
    reason: reason.max(500).default(''),
  }),
  away: z.strictObject({ until: instantSchema.nullable().default(null) }),
  role: z.strictObject({
    action: z.enum(['grant', 'revoke']),
    role: z.string().min(1).max(63),
    reason: reason.default(''),
  }),
  teamMember: z.strictObject({ person: slugSchema, reason: reason.default('') }),
  poolMember: z.strictObject({
    person: slugSchema,
    weight: z
      .int()
      .min(1)
      .max(2 ** 20)
      .exactOptional(),
    reason: reason.default(''),
  }),
  weights: z.strictObject({ weights: z.record(slugSchema, z.int()), reason: reason.default('') }),
  makeUp: z.strictObject({
    person: slugSchema,
    items: z.int(),
    until: instantSchema,
    reason: reason.default(''),
  }),
  delegation: z.strictObject({
    person: slugSchema.exactOptional(),
    to: slugSchema,
    startsAt: instantSchema,
    endsAt: instantSchema,
    types: z.array(slugSchema).max(200).nullable().default(null),
    amountUpTo: z.number().nullable().default(null),
    reason: reason.max(500).default(''),
  }),
} as const;

/** Who got how much of a pool's work, who is owed, and who could take more now. */
export const poolSharesSchema = z
  .object({
    members: z.array(
      z.object({
        person: z.string(),
        name: z.string(),
        weight: z.number(),
        capacity: z
          .number()
          .nullable()
          .optional()
          .meta({ description: 'This, open and skills only where the caller sees all of the person.' }),
        open: z.number().optional().meta({ description: 'Cases they hold now, from wherever.' }),
        skills: z.record(z.string(), z.number()).optional(),
        absence: z
          .enum(['unknown', 'inactive', 'away', 'on-leave'])
          .nullable()
          .optional()
          .meta({ description: 'Left out where the caller may not see whether somebody is away.' }),
        got: z.number().meta({ description: 'Items the pool gave them, among those counted.' }),
        owed: z.number().meta({ description: 'Items they are owed beyond that; below 0 when ahead.' }),
        makeUp: z.object({ left: z.number(), until: at }).nullable(),
      }),
    ),
    counted: z.object({ picks: z.number(), since: at.nullable(), whole: z.boolean() }),
  })
  .meta({ id: 'PoolShares' });

/** The roles people can be given. */
export const roleNamesSchema = z
  .object({
    system: z.array(z.string()),
    business: z.array(z.object({ id: z.string(), title: z.string() })),
  })
  .meta({ id: 'RoleNames' });

const held = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  type: z.string(),
  state: z.string(),
  pool: z.string().nullable(),
});

/** One delegation, under an id of its own. */
export const delegationSchema = z
  .object({
    id: z.string(),
    from: z.string(),
    to: z.string(),
    startsAt: at,
    endsAt: at,
    types: z.array(z.string()).nullable(),
    amountUpTo: z.number().nullable(),
  })
  .meta({ id: 'Delegation' });

/** Everything that has to go somewhere when a person goes. */
export const holdingsSchema = z
  .object({
    cases: z.array(held),
    gates: z.array(held),
    unseen: z
      .object({ cases: z.number(), gates: z.number() })
      .meta({ description: 'How many more there are that the caller may not read.' }),
    delegations: z.object({ given: z.array(delegationSchema), received: z.array(delegationSchema) }),
    pools: z.array(
      z.object({ id: z.string(), title: z.string(), moveOnLeave: z.boolean(), weight: z.number() }),
    ),
    teams: z.array(z.object({ id: z.string(), title: z.string(), leads: z.boolean() })),
  })
  .meta({ id: 'Holdings' });
