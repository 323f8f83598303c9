import { z } from 'zod';
import { deliveriesPage, getDelivery } from '../../use-cases/delivery/deliveries-page.ts';
import { type Delivery, deliveryStatuses } from '../../use-cases/delivery/delivery-record.ts';
import { receiveWebhook } from '../../use-cases/delivery/receive-webhook.ts';
import { replayDelivery } from '../../use-cases/delivery/replay-delivery.ts';
import { type Endpoint, endpoint, right } from '../core/endpoint.ts';
import { readBody } from '../core/read-body.ts';
import { json } from '../core/reply.ts';
import { at, jsonAnswer, objectParams, pageOf, pageQuery } from '../schemas/common.ts';
import { listDeps } from './list-deps.ts';

const tag = 'Connections';
const params = z.strictObject({ id: z.string().regex(/^[A-Za-z0-9._:~|-]{1,300}$/) });

const deliverySchema = z
  .object({
    id: z.string(),
    connection: z.string(),
    caseId: z.string(),
    number: z.string(),
    type: z.string(),
    kind: z.string(),
    createdAt: at,
    status: z.enum(deliveryStatuses),
    tries: z.number(),
    nextAt: at.nullable(),
    attempts: z.array(
      z.object({
        at,
        ms: z.number(),
        outcome: z.string(),
        httpStatus: z.number().nullable(),
        said: z.string(),
      }),
    ),
  })
  .meta({ id: 'Delivery' });

function deliveryBody({ owes: _owes, ...delivery }: Delivery) {
  return delivery;
}

/** What was told to other systems, and what they tell us. */
export const deliveries: readonly Endpoint[] = [
  endpoint(
    {
      method: 'get',
      path: '/api/v1/deliveries',
      operationId: 'listDeliveries',
      tag,
      summary: 'What was told to other systems, newest first',
      query: z.strictObject({
        ...pageQuery,
        connection: z
          .string()
          .regex(/^[a-z0-9][a-z0-9._-]{0,62}$/)
          .exactOptional(),
        status: z.enum(deliveryStatuses).exactOptional(),
        case: z
          .string()
          .regex(/^[A-Za-z0-9_-]{1,64}$/)
          .exactOptional(),
      }),
      answers: { 200: jsonAnswer('One page', pageOf(deliverySchema)) },
    },
    right('Delivery', 'read'),
    async ({ parts, viewer, allow, query: { cursor, ...rest } }) => {
      allow('read', { subject: 'Delivery', id: 'deliveries' });
      const page = await deliveriesPage(listDeps(parts), { viewer, ...rest, cursor: cursor ?? null });
      return json({ items: page.items.map(deliveryBody), next: page.next });
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/v1/deliveries/{id}',
      operationId: 'getDelivery',
      tag,
      summary: 'One delivery with its attempts',
      params,
      answers: { 200: jsonAnswer('The delivery', deliverySchema) },
    },
    right('Delivery', 'read'),
    async ({ parts, ability, params: { id } }) =>
      json(deliveryBody(await getDelivery(parts.deps, ability, id))),
  ),
  endpoint(
    {
      method: 'post',
      path: '/api/v1/deliveries/{id}/replay',
      operationId: 'replayDelivery',
      tag,
      summary: 'Send a delivery again under the id it always had',
      params,
      answers: { 200: jsonAnswer('The delivery', deliverySchema) },
    },
    right('Delivery', 'replay'),
    async (call) => {
      const {
        parts,
        ability,
        params: { id },
        allow,
      } = call;
      allow('replay', { subject: 'Delivery', id });
      const { deps, host, sealer } = parts;
      const request = { ability, command: call.command('replay', id) };
      return json(deliveryBody(await replayDelivery({ ...deps, host, sealer }, request, id)));
    },
  ),
  endpoint(
    {
      method: 'post',
      path: '/api/v1/connections/{id}/messages',
      operationId: 'receiveMessage',
      tag,
      summary: 'A signed message from another system (Standard Webhooks)',
      params: objectParams,
      body: { kind: 'bytes', limit: 100_000, types: ['*/*'] },
      answers: {
        202: jsonAnswer(
          'What it led to',
          z.object({
            id: z.string(),
            cases: z.array(z.object({ id: z.string(), number: z.string(), repeated: z.boolean() })),
          }),
        ),
      },
    },
    {
      kind: 'open',
      because: 'the signature of the message says who sent it, and the connection what they may',
    },
    async ({ parts, params: { id }, request }) => {
      const { deps, host, sealer } = parts;
      const headers = Object.fromEntries(
        Object.entries(request.headers).flatMap(([name, value]) =>
          typeof value === 'string' ? [[name, value]] : [],
        ),
      );
      const body = await readBody(request, 100_000);
      return json(await receiveWebhook({ ...deps, host, sealer }, { connection: id, headers, body }), {
        status: 202,
      });
    },
  ),
];
