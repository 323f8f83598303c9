import { z } from 'zod';
import { at } from './common.ts';

const routed = z.looseObject({ epoch: z.number(), kind: z.string(), at, reason: z.string().optional() });

/** Where a case stands with routing: how it came there, what it waits for, and when it goes on. */
export const placementSchema = z.object({
  kind: z.string(),
  reason: z.string().nullable(),
  epoch: z.number(),
  cause: z.string(),
  latest: routed.nullable(),
  hold: z.looseObject({ until: at.nullable(), owner: z.string(), reason: z.string() }).nullable(),
  waitsFor: z
    .object({
      pool: z.object({ id: z.string(), title: z.string() }),
      what: z.enum(['hours', 'seat', 'members']).meta({
        description:
          'hours: nobody of the pool is at work; seat: somebody is, without a seat free; members: nobody of it could have this case',
      }),
    })
    .nullable()
    .meta({ description: 'The pool a waiting case waits for; null for a case that does not wait' }),
  until: at.nullable().meta({
    description:
      'When it goes on by itself: the end of a hold, or the earliest instant at which somebody of the pool it waits for begins to work; null where nothing is known to come',
  }),
});
