import { z } from 'zod';
import { limitsSchema } from '../kit/limits-schema.ts';

/** What an administrator says of a webhook connection. */
export const webhookConfig = z.strictObject({
  /** Where events are posted; a connection that only receives has none. */
  url: z.url({ protocol: /^https?$/ }).optional(),
  /** `standard`: `{type, timestamp, data}`; `cloudevents`: CloudEvents 1.0 in structured mode. */
  format: z.enum(['standard', 'cloudevents']).default('standard'),
  /** CloudEvents `source`; `/signalbox/connections/{id}` when absent. */
  source: z.string().min(1).max(500).optional(),
  /** Kinds of commands that inbound messages may ask for; none by default. */
  accepts: z
    .array(z.string().regex(/^[a-z][a-zA-Z0-9.-]{0,62}$/))
    .max(50)
    .default([]),
  timeoutMs: z.int().min(100).max(30_000).default(10_000),
  limits: limitsSchema({ perSecond: 20, concurrency: 4 }),
});

/** One webhook connection, checked. */
export type WebhookConfig = z.output<typeof webhookConfig>;
