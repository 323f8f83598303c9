import { z } from 'zod';
import { strategyNames } from '../../routing/directory.ts';
import type { DirectoryObject } from '../directory/directory-object.ts';
import { namedIn } from '../directory/directory-object.ts';
import { lineSchema, slugSchema, wordSchema } from '../directory/field-schemas.ts';
import { type PoolState, poolStream } from './pool-stream.ts';

/** The most members a pool has: its ledger and its pending picks stay in one small document. */
export const poolLimit = 200;

/** How much a member takes beside the others. */
export const weightSchema = z
  .int('Give the weight as a whole number from 1 on.')
  .min(1)
  .max(2 ** 20);

const membersSchema = z
  .array(z.strictObject({ person: slugSchema, weight: weightSchema }))
  .max(poolLimit, `A pool has ${poolLimit} members at most.`)
  .refine(
    (members) => new Set(members.map(({ person }) => person)).size === members.length,
    'Name each member once.',
  );

const skillSchema = z.strictObject({
  skill: wordSchema,
  level: z.int().min(1).max(10),
  relax: z
    .strictObject({
      everyMinutes: z.int().min(1).max(525_600),
      by: z.int().min(1).max(10),
      atLeast: z.int().min(0).max(10),
    })
    .exactOptional(),
});

const fields = z.strictObject({
  title: lineSchema(200),
  strategy: z.enum(strategyNames),
  members: membersSchema,
  calendarId: slugSchema.nullable(),
  lookAheadMs: z.int('Give whole milliseconds.').min(0).max(86_400_000),
  skills: z.array(skillSchema).max(10, 'Name 10 skills at most.'),
  teamId: slugSchema.nullable(),
  moveOnLeave: z.boolean(),
});

/** Pools: the salt of their ties is made with them and never given. */
export const poolObject: DirectoryObject<PoolState> = {
  kind: 'pool',
  stream: poolStream,
  create: fields.partial().required({ title: true }),
  patch: fields.partial(),
  references: (given) => [
    ...namedIn(given, 'calendarId', 'calendar'),
    ...namedIn(given, 'teamId', 'team'),
    ...membersIn(given['members']).map((id, i) => ({
      pointer: `/members/${i}/person`,
      kind: 'person' as const,
      id,
    })),
  ],
};

function membersIn(members: unknown): string[] {
  return Array.isArray(members) ? members.map((member: { person: string }) => member.person) : [];
}
