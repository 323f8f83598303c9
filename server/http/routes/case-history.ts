import { z } from 'zod';
import { caseEvents } from '../../use-cases/case/case-events.ts';
import { caseRouting, whyNotPerson } from '../../use-cases/case/case-routing.ts';
import { namesInCase } from '../../use-cases/case/names-in-case.ts';
import { type Endpoint, endpoint, right } from '../core/endpoint.ts';
import { json } from '../core/reply.ts';
import { caseParams, expand, jsonAnswer, pageOf, pageQuery, personId } from '../schemas/common.ts';
import { caseNamesSchema, eventSchema, routingSchema, whyNotSchema } from '../schemas/history-schemas.ts';
import { noteLook } from './note-look.ts';

const tag = 'Cases';
const read = right('Case', 'read');

/** What happened to a case, and why it is where it is. */
export const caseHistory: readonly Endpoint[] = [
  endpoint(
    {
      method: 'get',
      path: '/api/v1/cases/{id}/events',
      operationId: 'listCaseEvents',
      tag,
      summary: 'What happened to a case, in order',
      params: caseParams,
      query: z.strictObject({
        limit: pageQuery.limit,
        cursor: z
          .string()
          .regex(/^\d{1,12}$/, 'Give the cursor of the page before.')
          .exactOptional(),
        expand,
      }),
      answers: {
        200: jsonAnswer('One page', pageOf(eventSchema).extend({ names: caseNamesSchema.optional() })),
      },
    },
    read,
    async (call) => {
      const { parts, ability, params, query } = call;
      const after = Number(query.cursor ?? 0);
      const page = await caseEvents(parts.deps, ability, params.id, { after, limit: query.limit });
      await noteLook(call, page.sensitive);
      const named =
        query.expand &&
        (await namesInCase(
          parts.deps,
          ability,
          params.id,
          page.events.map(({ actor, data }) => ({ actor, data })),
        ));
      return json({
        items: page.events,
        next: page.next === null ? null : String(page.next),
        names: named,
      });
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/v1/cases/{id}/routing',
      operationId: 'getCaseRouting',
      tag,
      summary: 'How a case was routed: every decision with its record, the latest first',
      params: caseParams,
      query: z.strictObject({ expand }),
      answers: {
        200: jsonAnswer('The decisions', routingSchema.extend({ names: caseNamesSchema.optional() })),
      },
    },
    read,
    async (call) => {
      const { epochs, sensitive } = await caseRouting(call.parts.deps, call.ability, call.params.id);
      await noteLook(call, sensitive);
      const { parts, ability, params } = call;
      return json({
        epochs,
        names: call.query.expand && (await namesInCase(parts.deps, ability, params.id, epochs)),
      });
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/v1/cases/{id}/routing/why-not/{personId}',
      operationId: 'whyNotPerson',
      tag,
      summary: 'Why the latest decision did not pick a person, and what would have changed that',
      params: caseParams.extend({ personId: personId.regex(/^[a-z0-9][a-z0-9._-]*$/) }),
      answers: { 200: jsonAnswer('The reason', whyNotSchema) },
    },
    read,
    async ({ parts, ability, params }) =>
      json(await whyNotPerson(parts.deps, ability, params.id, params.personId)),
  ),
];
