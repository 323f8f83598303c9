import { z } from 'zod';
import { type Endpoint, endpoint, right } from '../core/endpoint.ts';
import { json } from '../core/reply.ts';
import { jsonAnswer } from '../schemas/common.ts';

const pluginSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    follows: z.boolean().meta({ description: 'Whether it is told of events as they happen.' }),
    maps: z.boolean().meta({ description: 'Whether request types map their answers for it.' }),
    eventKinds: z
      .array(z.string())
      .nullable()
      .meta({ description: 'Kinds of events it can tell of; null: every kind.' }),
    secretNames: z.array(z.string()),
    checks: z.boolean(),
    receives: z.boolean(),
    config: z.record(z.string(), z.unknown()).meta({ description: 'JSON Schema of its configuration.' }),
  })
  .meta({ id: 'Plugin' });

/** The plugins that connections can be made with. */
export const pluginList: readonly Endpoint[] = [
  endpoint(
    {
      method: 'get',
      path: '/api/v1/plugins',
      operationId: 'listPlugins',
      tag: 'Connections',
      summary: 'What connections can be made with, and what each has to be told',
      answers: { 200: jsonAnswer('Every plugin', z.object({ items: z.array(pluginSchema) })) },
    },
    right('Connection', 'read'),
    async ({ parts, allow }) => {
      allow('read', { subject: 'Connection', id: 'all' });
      return json({ items: parts.host.all() });
    },
  ),
];
