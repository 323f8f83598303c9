import { z } from 'zod';
import { overviewText } from '../../../domain/definition/overview-text.ts';
import type { RequestTypeState } from '../../../domain/stream/request-type/request-type-stream.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import {
  type DefinitionWords,
  draftDifferences,
  versionDifferences,
  wordsOf,
} from '../../use-cases/definition/definition-words.ts';
import { listDrafts } from '../../use-cases/definition/list-drafts.ts';
import { getDraft } from '../../use-cases/definition/read-draft.ts';
import { getVersion } from '../../use-cases/definition/read-types.ts';
import { type Call, type Endpoint, endpoint, right } from '../core/endpoint.ts';
import { json, type Reply } from '../core/reply.ts';
import { expand, jsonAnswer, pageOf, pageQuery, slugParams } from '../schemas/common.ts';
import { historyQuery, historySchema } from '../schemas/directory-schemas.ts';
import { designBriefSchema, differencesSchema, overviewSchema } from '../schemas/overview-schemas.ts';
import { historyReply } from './directory-answers.ts';
import { requestTypeSubject } from './request-type-subject.ts';

const tag = 'Request types';
const versionParams = slugParams.extend({ n: z.string().regex(/^[1-9]\d{0,6}$/) });
const peopleNames = z.object({ people: z.record(z.string(), z.string()) }).optional();

const inWords = {
  200: {
    description: 'The definition in sentences, as JSON or as plain text',
    content: { 'application/json': overviewSchema, 'text/plain': null },
  },
} as const;

/** Passes for whoever may take the whole definition away. @throws DomainError NOT_FOUND, NOT_ALLOWED. */
async function mayExport({ parts, allow }: Call, slug: string): Promise<void> {
  const doc = await parts.deps.store.aggregates.load<RequestTypeState>(streamId('requestType', slug));
  allow('export', await requestTypeSubject(parts.deps, slug, doc?.state));
}

function wordsReply({ request }: Pick<Call, 'request'>, n: number | null, words: DefinitionWords): Reply {
  if (request.accepts(['application/json', 'text/plain']) !== 'text/plain') return json({ n, ...words });
  return { status: 200, text: overviewText(words.sections), type: 'text/plain' };
}

/** Definitions in words: each whole, how two differ, what became of a type, and how far all drafts are. */
export const definitionWords: readonly Endpoint[] = [
  endpoint(
    {
      method: 'get',
      path: '/api/v1/drafts',
      operationId: 'listDrafts',
      tag,
      summary: 'Every request type with its live version, what waits in its draft, and who answers for it',
      query: z.strictObject({ ...pageQuery, expand }),
      answers: { 200: jsonAnswer('One page', pageOf(designBriefSchema).extend({ names: peopleNames })) },
    },
    right('Draft', 'read'),
    async ({ parts, allow, query: { limit, cursor, expand: wanted } }) => {
      allow('read', { subject: 'Draft', id: '' });
      const { registry, deps } = parts;
      const checking = { store: deps.store, ...(registry === undefined ? {} : { registry }) };
      const { items, next } = await listDrafts(checking, parts.cursors.read('drafts', cursor), limit);
      const people = items.map(({ draft }) => draft.savedBy);
      return json({
        items,
        next: next === null ? null : parts.cursors.write('drafts', next),
        names: wanted && { people: await namesOfPeople(parts, people) },
      });
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/v1/request-types/{slug}/versions/{n}/text',
      operationId: 'getRequestTypeVersionText',
      tag,
      summary: 'All that a version says, in plain sentences',
      params: versionParams,
      answers: inWords,
    },
    right('RequestType', 'export'),
    async (call) => {
      const { slug, n } = call.params;
      await mayExport(call, slug);
      const { store } = call.parts.deps;
      const version = await getVersion(store, slug, Number(n));
      return wordsReply(call, version.n, await wordsOf(store, version.document));
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/v1/request-types/{slug}/versions/{n}/differences',
      operationId: 'listRequestTypeVersionDifferences',
      tag,
      summary: 'How a version differs from the one before it, or from another one, in words',
      params: versionParams,
      query: z.strictObject({ from: z.coerce.number().int().min(1).exactOptional() }),
      answers: { 200: jsonAnswer('The differences', differencesSchema) },
    },
    right('RequestType', 'export'),
    async (call) => {
      const { slug, n } = call.params;
      await mayExport(call, slug);
      return json(await versionDifferences(call.parts.deps.store, slug, Number(n), call.query.from));
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/v1/request-types/{slug}/history',
      operationId: 'listRequestTypeHistory',
      tag,
      summary: 'What was published and taken back, when, by whom and why, in order',
      params: slugParams,
      query: historyQuery.extend({ expand }),
      answers: { 200: jsonAnswer('One page', historySchema.extend({ names: peopleNames })) },
    },
    right('RequestType', 'export'),
    async (call) => {
      const { parts, params, query } = call;
      await mayExport(call, params.slug);
      return historyReply(call, streamId('requestType', params.slug), query, async (items) =>
        query.expand === undefined
          ? {}
          : {
              names: {
                people: await namesOfPeople(
                  parts,
                  items.map(({ actor }) => actor.id),
                ),
              },
            },
      );
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/v1/request-types/{slug}/draft/text',
      operationId: 'getDraftText',
      tag,
      summary: 'All that the draft says, in plain sentences',
      params: slugParams,
      answers: inWords,
    },
    right('Draft', 'read'),
    async (call) => {
      call.allow('read', { subject: 'Draft', id: call.params.slug });
      const { store } = call.parts.deps;
      const { document } = await getDraft(store, call.params.slug);
      return wordsReply(call, null, await wordsOf(store, document));
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/v1/request-types/{slug}/draft/differences',
      operationId: 'listDraftDifferences',
      tag,
      summary: 'How the draft differs from the live version, in words',
      params: slugParams,
      answers: { 200: jsonAnswer('The differences', differencesSchema) },
    },
    right('Draft', 'read'),
    async ({ parts, params, allow }) => {
      allow('read', { subject: 'Draft', id: params.slug });
      return json(await draftDifferences(parts.deps.store, params.slug));
    },
  ),
];

async function namesOfPeople(
  { deps }: Pick<Call['parts'], 'deps'>,
  ids: readonly string[],
): Promise<Record<string, string>> {
  const { people } = await deps.directory.snapshot({ people: [...new Set(ids)] });
  return Object.fromEntries([...people].map(([id, { name }]) => [id, name]));
}
