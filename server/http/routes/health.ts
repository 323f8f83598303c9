import { z } from 'zod';
import { healthOf } from '../../use-cases/health/health-of.ts';
import { type Endpoint, endpoint, right } from '../core/endpoint.ts';
import { json } from '../core/reply.ts';
import { at, jsonAnswer } from '../schemas/common.ts';
import { problemsIn } from './problems-in.ts';

const bytes = z.number().meta({ description: 'Bytes.' });

const healthSchema = z
  .object({
    at,
    version: z.string(),
    process: z.enum(['all', 'web', 'worker']),
    startedAt: at,
    engine: z.enum(['embedded', 'mongo']),
    queue: z.enum(['in-process', 'redis']),
    problems: z.array(z.string()).meta({
      description:
        'What is wrong now. All of it but what is wrong with the queue keeps this process from being ready.',
    }),
    queueProblem: z
      .string()
      .nullable()
      .meta({ description: 'Which of them is the queue’s; null when it answers.' }),
    mailFrom: z.string().nullable().meta({ description: 'The sender of mail; null where none is sent.' }),
    skewMs: z
      .number()
      .nullable()
      .meta({ description: 'How far this clock is ahead of the store’s, in milliseconds.' }),
    due: z
      .object({ count: z.number(), oldestAt: at.nullable() })
      .nullable()
      .meta({ description: 'Documents with work that is due now, counted up to 1,000.' }),
    quarantined: z
      .number()
      .nullable()
      .meta({ description: 'Documents with work that stopped for good, counted up to 1,000.' }),
    disk: z
      .object({ free: bytes, total: bytes })
      .nullable()
      .meta({ description: 'Of the embedded store; null where the store is elsewhere.' }),
    log: z.object({ end: z.number(), checkpoint: z.object({ size: z.number(), at }).nullable() }).nullable(),
  })
  .meta({
    id: 'InstallationHealth',
    description: 'How the installation is doing; what cannot be told now is null.',
  });

/** How the installation is doing, for those who look after it. */
export const health: readonly Endpoint[] = [
  endpoint(
    {
      method: 'get',
      path: '/api/v1/health',
      operationId: 'getInstallationHealth',
      tag: 'Operation',
      summary: 'How the installation is doing: store, queue, work due and stopped, disk, clocks, mail, log',
      answers: { 200: jsonAnswer('How it is doing now', healthSchema) },
    },
    right('Installation', 'read'),
    async ({ parts, allow }) => {
      allow('read', { subject: 'Installation', id: 'main' });
      const { deps, setup } = parts;
      return json(
        await healthOf({
          store: deps.store,
          clock: deps.clock,
          setup,
          problems: () => problemsIn(parts),
          queueProblem: parts.queueProblem,
        }),
      );
    },
  ),
];
