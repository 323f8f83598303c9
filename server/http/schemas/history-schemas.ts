import { z } from 'zod';
import { at } from './common.ts';

/** One event of a case, its sealed values opened as far as they are the viewer's to see. */
export const eventSchema = z
  .object({
    seq: z.number(),
    kind: z.string(),
    at,
    actor: z.object({ kind: z.enum(['person', 'service', 'system']), id: z.string() }),
    data: z.record(z.string(), z.unknown()),
    human: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Event' });

const titles = z.record(z.string(), z.string());

/** What ids in the history of a case stand for. */
export const caseNamesSchema = z
  .object({
    people: titles,
    teams: titles,
    pools: titles,
    territories: titles,
    queues: titles,
    gates: titles,
    facts: titles,
    items: titles,
  })
  .meta({ id: 'CaseNames' });

/** How one epoch was routed. */
export const routingSchema = z
  .object({ epochs: z.array(z.looseObject({ epoch: z.number(), kind: z.string(), evidence: z.unknown() })) })
  .meta({ id: 'CaseRouting' });

/** Why a case did not go to somebody. */
export const whyNotSchema = z
  .object({
    epoch: z.number(),
    reason: z.string(),
    at: z.string(),
    smallestChange: z.looseObject({ kind: z.string() }),
  })
  .meta({ id: 'WhyNot' });
