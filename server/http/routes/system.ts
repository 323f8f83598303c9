import { z } from 'zod';
import { abilityOf } from '../../../domain/access/ability-of.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import { isPublicAddress } from '../../connectors/public-address.ts';
import { type Call, type Endpoint, endpoint } from '../core/endpoint.ts';
import { identify } from '../core/identify.ts';
import { json } from '../core/reply.ts';
import { jsonAnswer } from '../schemas/common.ts';
import { problemsIn } from './problems-in.ts';

const tag = 'Operation';
const readySchema = z.object({ ready: z.boolean(), problems: z.array(z.string()) });
/** Numbers of the process are for the network it runs in, and for whoever may read metrics. */
async function requireNear({ parts, request, response }: Call): Promise<void> {
  const near =
    request.get('x-forwarded-for') === undefined && !isPublicAddress(request.socket.remoteAddress ?? '');
  if (near) return;
  const caller = await identify(parts, request, response);
  if (caller !== undefined && abilityOf(caller.viewer).can('read', { subject: 'Metrics', team: null }))
    return;
  throw new DomainError('NOT_FOUND', 'There is nothing at this address.');
}

/** What operators ask of a process. */
export const system: readonly Endpoint[] = [
  endpoint(
    {
      method: 'get',
      path: '/healthz',
      operationId: 'getHealth',
      tag,
      summary: 'Whether the process lives',
      answers: { 200: { description: 'It lives', content: { 'text/plain': null } } },
    },
    { kind: 'open', because: 'it says nothing but that the process lives' },
    async () => ({ status: 200, text: 'alive\n', type: 'text/plain' }),
  ),
  endpoint(
    {
      method: 'get',
      path: '/readyz',
      operationId: 'getReadiness',
      tag,
      summary: 'Whether the process can work; asks the store',
      answers: {
        200: jsonAnswer('It can', readySchema),
        503: jsonAnswer('It cannot, and why', readySchema),
      },
    },
    { kind: 'open', because: 'load balancers ask it before anybody is signed in' },
    async ({ parts }) => {
      const problems = await problemsIn(parts);
      const ready = problems.length === 0;
      return json({ ready, problems }, { status: ready ? 200 : 503 });
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/metrics',
      operationId: 'getMetrics',
      tag,
      summary:
        'Numbers of the process, as Prometheus reads them; from its own network, or with a token that may read metrics',
      answers: { 200: { description: 'The numbers', content: { 'text/plain': null } } },
    },
    { kind: 'open', because: 'the scraper has no account; where it asks from is looked at instead' },
    async (call) => {
      await requireNear(call);
      const { contentType, body } = await call.parts.telemetry.metrics.expose();
      return { status: 200, text: body, type: contentType };
    },
  ),
];
