import { z } from 'zod';
import type { CompiledDefinition } from '../../../domain/definition/compile-definition.ts';
import { writeDefinitionYaml } from '../../../domain/definition/definition-yaml.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import { textIn } from '../../../domain/form/text-schema.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import { type RequestTypeState, versionOf } from '../../../domain/stream/request-type/request-type-stream.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import type { CaseDeps } from '../../use-cases/case/case-command.ts';
import { getVersion, listTypes } from '../../use-cases/definition/read-types.ts';
import { type Document, loadDocument } from '../../use-cases/definition/stored-document.ts';
import { titlesOnTheWay, typeCard, typeGates } from '../../use-cases/definition/type-card.ts';
import { timesToFinish } from '../../use-cases/metrics/times-to-finish.ts';
import { type Call, type Endpoint, endpoint, right } from '../core/endpoint.ts';
import { json, type Reply } from '../core/reply.ts';
import { jsonAnswer, pageOf, pageQuery, slugParams } from '../schemas/common.ts';
import {
  definitionDocument,
  listedTypeSchema,
  requestTypeSchema,
  versionSchema,
  versionsSchema,
} from '../schemas/definition-schemas.ts';
import { requestTypeSubject } from './request-type-subject.ts';

const tag = 'Request types';

/** Answers a document as YAML when that is what is asked for, else as JSON. */
export function documentReply(
  { request }: Pick<Call, 'request'>,
  document: Document,
  whole: unknown,
  rev?: number,
): Reply {
  const versioned = rev === undefined ? {} : { rev };
  if (request.accepts(['application/json', 'application/yaml']) !== 'application/yaml')
    return json(whole, versioned);
  return { status: 200, text: writeDefinitionYaml(document), type: 'application/yaml', ...versioned };
}

/** The type, if it is the caller's to see. @throws DomainError NOT_FOUND. */
async function readableType({ parts, allow }: Call, slug: string): Promise<RequestTypeState> {
  const doc = await parts.deps.store.aggregates.load<RequestTypeState>(streamId('requestType', slug));
  allow('read', await requestTypeSubject(parts.deps, slug, doc?.state));
  if (doc === undefined) throw new DomainError('NOT_FOUND', `There is no request type “${slug}”.`);
  return doc.state;
}

async function typeBrief({ parts, ability }: Pick<Call, 'parts' | 'ability'>, state: RequestTypeState) {
  const { slug, title, summary, category, keywords, live } = state;
  const subject = await requestTypeSubject(parts.deps, slug, state);
  const maySubmit = ability.can('submit', subject);
  const document = (await liveDefinition(parts.deps, state))?.document;
  const language = document?.form.language ?? 'en';
  const approvals = (document?.gates ?? []).map(({ title: gate, help }) => ({
    title: textIn(gate, language),
    help: help === undefined ? null : textIn(help, language),
  }));
  return { slug, title, summary, category, keywords, live, maySubmit, approvals };
}

/** The definition that requests are submitted under; undefined when none is live. */
async function liveDefinition(
  { definitions }: Pick<CaseDeps, 'definitions'>,
  state: RequestTypeState,
): Promise<CompiledDefinition | undefined> {
  const version = versionOf(state, state.live);
  return version === undefined ? undefined : await definitions.byHash(version.hash);
}

/** The catalogue: which requests there are, what they ask, and every version of what they say. */
export const requestTypes: readonly Endpoint[] = [
  endpoint(
    {
      method: 'get',
      path: '/api/v1/request-types',
      operationId: 'listRequestTypes',
      tag,
      summary: 'The catalogue: types that can be submitted, or all that were ever published',
      query: z.strictObject({
        ...pageQuery,
        view: z.enum(['live', 'all']).default('live'),
        expand: z.literal('card', 'Leave this out, or ask for the card.').exactOptional(),
      }),
      answers: { 200: jsonAnswer('One page', pageOf(listedTypeSchema)) },
    },
    { kind: 'signed-in', because: 'each type is listed only when the caller may read it' },
    async ({ parts, ability, query: { view, limit, cursor, expand } }) => {
      const list = `request-types ${view}`;
      const after = parts.cursors.read(list, cursor);
      const page = await listTypes(parts.deps.store, view, after, limit);
      const times = expand === undefined ? undefined : await timesToFinish(parts.deps);
      const shown = await Promise.all(
        page.items.map(async ({ state }: Aggregate<RequestTypeState>) => {
          const subject = await requestTypeSubject(parts.deps, state.slug, state);
          if (!ability.can('read', subject)) return [];
          const brief = await typeBrief({ parts, ability }, state);
          const live = times === undefined ? undefined : await liveDefinition(parts.deps, state);
          if (times === undefined || live === undefined) return [brief];
          return [{ ...brief, card: await typeCard(parts.deps, live, times.get(state.slug)) }];
        }),
      );
      const next = page.next === null ? null : parts.cursors.write(list, page.next);
      return json({ items: shown.flat(), next });
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/v1/request-types/{slug}',
      operationId: 'getRequestType',
      tag,
      summary: 'A request type, and the form of its live version',
      params: slugParams,
      answers: { 200: jsonAnswer('The type', requestTypeSchema) },
    },
    right('RequestType', 'read'),
    async (call) => {
      const { parts, params } = call;
      const state = await readableType(call, params.slug);
      const version = versionOf(state, state.live) ?? null;
      const document = version === null ? null : await loadDocument(parts.deps.store.blobs, version.hash);
      const live = await liveDefinition(parts.deps, state);
      return json({
        ...(await typeBrief(call, state)),
        version,
        form: document?.['form'] ?? null,
        card:
          live === undefined
            ? null
            : await typeCard(parts.deps, live, (await timesToFinish(parts.deps)).get(state.slug)),
        gates: live === undefined ? [] : await typeGates(parts.deps, live),
        ahead: live === undefined ? [] : titlesOnTheWay(live),
      });
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/v1/request-types/{slug}/versions',
      operationId: 'listRequestTypeVersions',
      tag,
      summary: 'Every version of a type, newest first',
      params: slugParams,
      answers: { 200: jsonAnswer('The versions', versionsSchema) },
    },
    right('RequestType', 'read'),
    async (call) => json({ items: (await readableType(call, call.params.slug)).versions.toReversed() }),
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/v1/request-types/{slug}/versions/{n}',
      operationId: 'getRequestTypeVersion',
      tag,
      summary: 'One version with its whole definition, as JSON or YAML',
      params: slugParams.extend({ n: z.string().regex(/^[1-9]\d{0,6}$/) }),
      answers: {
        200: {
          description: 'The version',
          content: { 'application/json': versionSchema, 'application/yaml': definitionDocument },
        },
      },
    },
    right('RequestType', 'export'),
    async (call) => {
      const { parts, params, allow } = call;
      const state = await readableType(call, params.slug);
      allow('export', await requestTypeSubject(parts.deps, params.slug, state));
      const version = await getVersion(parts.deps.store, params.slug, Number(params.n));
      return documentReply(call, version.document, version);
    },
  ),
];
