import { z } from 'zod';
import { startFigures } from '../../use-cases/lists/start-figures.ts';
import { type Endpoint, endpoint } from '../core/endpoint.ts';
import { json } from '../core/reply.ts';
import { jsonAnswer } from '../schemas/common.ts';

const figures = z
  .object({
    log: z
      .object({ positions: z.number(), engine: z.string() })
      .nullable()
      .meta({ description: 'How far the log goes and what keeps it; null for whom it is not.' }),
    quarantined: z
      .number()
      .nullable()
      .meta({ description: 'Effects that wait for a person; null for whom they are not.' }),
    waitingForMe: z.number(),
    forApproval: z.number(),
    unassigned: z.number(),
    waiting: z.number().meta({
      description:
        'Cases you may see that wait until somebody in their pool can take them, counted up to 100.',
    }),
  })
  .meta({ id: 'StartFigures' });

/** What the start page shows in figures. */
export const start: readonly Endpoint[] = [
  endpoint(
    {
      method: 'get',
      path: '/api/v1/start',
      operationId: 'getStart',
      tag: 'Operation',
      summary: 'What waits for you and how the installation is doing, in figures',
      answers: { 200: jsonAnswer('The figures', figures) },
    },
    { kind: 'signed-in', because: 'each figure counts only what whoever asks may read' },
    async ({ parts, viewer }) => json(await startFigures(parts.deps.store, viewer)),
  ),
];
