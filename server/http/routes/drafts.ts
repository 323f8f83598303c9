import { mayBePublished } from '../../../domain/definition/check-definition.ts';
import type { RequestTypeState } from '../../../domain/stream/request-type/request-type-stream.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import { actorOf } from '../../use-cases/case/case-request.ts';
import { checkDraft, testDraft } from '../../use-cases/definition/check-draft.ts';
import type { DefinitionCall, DefinitionDeps } from '../../use-cases/definition/definition-call.ts';
import { draftNeeds } from '../../use-cases/definition/draft-needs.ts';
import { publish } from '../../use-cases/definition/publish.ts';
import { type Draft, getDraft } from '../../use-cases/definition/read-draft.ts';
import { rollback } from '../../use-cases/definition/rollback.ts';
import { saveDraft } from '../../use-cases/definition/save-draft.ts';
import { type Call, type Endpoint, endpoint, right } from '../core/endpoint.ts';
import { json, type Reply } from '../core/reply.ts';
import { jsonAnswer, jsonBody, slugParams } from '../schemas/common.ts';
import {
  checkedSchema,
  definitionDocument,
  draftSchema,
  needsSchema,
  publishBody,
  publishedSchema,
  rollbackBody,
  rolledBackSchema,
  testRunSchema,
} from '../schemas/definition-schemas.ts';
import { requestTypeSubject } from './request-type-subject.ts';
import { documentReply } from './request-types.ts';

const tag = 'Request types';
const answers = {
  200: {
    description: 'The draft',
    content: { 'application/json': draftSchema, 'application/yaml': definitionDocument },
    etag: true,
  },
} as const;

const subjectOf = (slug: string) => ({ subject: 'Draft', id: slug }) as const;

function definitionDeps({ deps, registry }: Call['parts']): DefinitionDeps {
  return { ...deps, ...(registry === undefined ? {} : { registry }) };
}

function draftReply(call: Pick<Call, 'request'>, draft: Draft): Reply {
  const { slug, rev, base, hash, document } = draft;
  const save = draft.doc.state.saves.at(-1);
  const saved = save === undefined ? null : { at: save.at, by: save.by };
  return documentReply(call, document, { slug, rev, base, hash, saved, document }, rev);
}

/** A change of what is live: the right to it is asked before anything is looked at. */
async function releasing(
  call: Call,
  slug: string,
  action: 'publish' | 'rollback',
): Promise<{ readonly deps: DefinitionDeps; readonly call: DefinitionCall }> {
  const { parts, viewer, allow, body } = call;
  const doc = await parts.deps.store.aggregates.load<RequestTypeState>(streamId('requestType', slug));
  const subject = await requestTypeSubject(parts.deps, slug, doc?.state);
  allow(action, subject);
  return {
    deps: definitionDeps(parts),
    call: {
      actor: actorOf(viewer).actor,
      command: call.command(action, body),
      authorise: () => allow(action, subject),
    },
  };
}

/** Designing: the draft of a type, its checks and tests, publishing and taking back. */
export const drafts: readonly Endpoint[] = [
  endpoint(
    {
      method: 'get',
      path: '/api/v1/request-types/{slug}/draft',
      operationId: 'getDraft',
      tag,
      summary: 'The draft of a type, as JSON or YAML',
      params: slugParams,
      answers,
    },
    right('Draft', 'read'),
    async (call) => {
      call.allow('read', subjectOf(call.params.slug));
      return draftReply(call, await getDraft(call.parts.deps.store, call.params.slug));
    },
  ),
  endpoint(
    {
      method: 'put',
      path: '/api/v1/request-types/{slug}/draft',
      operationId: 'saveDraft',
      tag,
      summary:
        'Save the whole draft, problems and all; If-Match is the ETag of the draft it was made from: needed as soon as there is one with other content',
      params: slugParams,
      body: { kind: 'document', limit: 2 * 1024 * 1024 + 1_024, depth: 120 },
      guarded: true,
      answers,
    },
    right('Draft', 'update'),
    async (call) => {
      const { parts, params, viewer, body, seen = 0, allow } = call;
      const subject = subjectOf(params.slug);
      const authorise = (): void => allow('update', subject);
      authorise();
      const draft = await saveDraft(
        definitionDeps(parts),
        { actor: actorOf(viewer).actor, command: call.command('save-draft', [body, seen]), authorise },
        params.slug,
        { document: body, seen },
      );
      return draftReply(call, draft);
    },
  ),
  endpoint(
    {
      method: 'post',
      path: '/api/v1/request-types/{slug}/draft/check',
      operationId: 'checkDraft',
      tag,
      summary: 'Everything wrong with the draft, each with its place and how to mend it',
      params: slugParams,
      answers: { 200: jsonAnswer('The problems', checkedSchema) },
    },
    right('Draft', 'check'),
    async ({ parts, params, allow }) => {
      allow('check', subjectOf(params.slug));
      const { problems } = await checkDraft(definitionDeps(parts), params.slug);
      return json({ mayBePublished: mayBePublished(problems), problems });
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/v1/request-types/{slug}/draft/needs',
      operationId: 'listDraftNeeds',
      tag,
      summary:
        'What the draft names of the organisation and does not find there: what is missing, and where somebody is',
      params: slugParams,
      answers: { 200: jsonAnswer('What it needs, in the order it can be made', needsSchema) },
    },
    right('Draft', 'read'),
    async ({ parts, params, allow }) => {
      allow('read', subjectOf(params.slug));
      return json({ items: await draftNeeds(parts.deps.store, params.slug) });
    },
  ),
  endpoint(
    {
      method: 'post',
      path: '/api/v1/request-types/{slug}/draft/test',
      operationId: 'testDraft',
      tag,
      summary: 'Run the tests of the draft',
      params: slugParams,
      answers: { 200: jsonAnswer('What came out', testRunSchema) },
    },
    right('Draft', 'test'),
    async ({ parts, params, allow }) => {
      allow('test', subjectOf(params.slug));
      return json(await testDraft(definitionDeps(parts), params.slug));
    },
  ),
  endpoint(
    {
      method: 'post',
      path: '/api/v1/request-types/{slug}/publish',
      operationId: 'publishDraft',
      tag,
      summary: 'Make the draft the live version, with a reason; running cases keep theirs',
      params: slugParams,
      body: jsonBody(publishBody),
      answers: { 200: jsonAnswer('The live version', publishedSchema) },
    },
    right('RequestType', 'publish'),
    async (call) => {
      const { deps, call: own } = await releasing(call, call.params.slug, 'publish');
      const { n, hash, changed, advice } = await publish(deps, own, call.params.slug, call.body);
      return json({ n, hash, changed, advice });
    },
  ),
  endpoint(
    {
      method: 'post',
      path: '/api/v1/request-types/{slug}/rollback',
      operationId: 'rollBack',
      tag,
      summary: 'Make an earlier version the live one again, with a reason',
      params: slugParams,
      body: jsonBody(rollbackBody),
      answers: { 200: jsonAnswer('The live version', rolledBackSchema) },
    },
    right('RequestType', 'rollback'),
    async (call) => {
      const { deps, call: own } = await releasing(call, call.params.slug, 'rollback');
      return json(await rollback(deps, own, call.params.slug, call.body));
    },
  ),
];
