import { mayBePublished } from '../../../domain/definition/check-definition.ts';
import { compileDefinition } from '../../../domain/definition/compile-definition.ts';
import type { Definition } from '../../../domain/definition/definition-schema.ts';
import { type Difference, differencesBetween } from '../../../domain/definition/difference.ts';
import { runDefinitionTests } from '../../../domain/definition/run-tests.ts';
import type { Problem } from '../../../domain/error/problem.ts';
import { type Decision, nothingDecided } from '../../../domain/stream/decision.ts';
import { requireReason } from '../../../domain/stream/directory/decide-directory.ts';
import { decideBased } from '../../../domain/stream/draft/decide-save.ts';
import { type DraftState, draftStream } from '../../../domain/stream/draft/draft-stream.ts';
import {
  type RequestTypeState,
  requestTypeStream,
  versionOf,
} from '../../../domain/stream/request-type/request-type-stream.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import { runCommand } from '../command/run-command.ts';
import { checkDraft } from './check-draft.ts';
import type { DefinitionCall, DefinitionDeps } from './definition-call.ts';
import { faceOf } from './face-of.ts';
import { definitionInvalid, publishStale, testsFailed } from './publish-refusals.ts';
import type { Draft } from './read-draft.ts';
import { type Document, loadDocument, storeDocument } from './stored-document.ts';

/** Why a draft is published, and on which version the publisher believes to build. */
export interface PublishRequest {
  readonly reason: string;
  /** Number of the version seen as live, null for none; left out, the version the draft builds on. */
  readonly base?: number | null;
}

/** The version that is live after publishing. */
export interface Published {
  readonly n: number;
  readonly hash: string;
  /** False when the draft says just what the live version says, so that nothing was published. */
  readonly changed: boolean;
  /** Advice that did not stop it. */
  readonly advice: readonly Problem[];
}

/** The most differences that are told of one publish. */
const mostDifferences = 200;

/**
 * Makes the draft the live version, for cases submitted from now on. The document is stored before the commit that names it.
 * @throws DomainError REASON_REQUIRED, NOT_FOUND, DEFINITION_INVALID, TESTS_FAILED, PUBLISH_STALE.
 */
export async function publish(
  deps: DefinitionDeps,
  call: DefinitionCall,
  slug: string,
  request: PublishRequest,
): Promise<Published> {
  requireReason(request.reason);
  const { definition, problems, draft } = await checkDraft(deps, slug);
  if (definition === undefined || !mayBePublished(problems)) throw definitionInvalid(problems);
  const run = runDefinitionTests(compileDefinition(definition));
  if (!run.passed) throw testsFailed(run);
  const hash = await storeDocument(deps.store.blobs, definition);
  const result = await runCommand<RequestTypeState>(deps, {
    spec: requestTypeStream,
    stream: streamId('requestType', slug),
    command: call.command,
    actor: call.actor,
    on: 'either',
    decide: (doc) => {
      call.authorise?.(doc);
      return decidePublish(deps, doc.state, { definition, hash, draft, request });
    },
  });
  const event = result.events.find(({ event: { kind } }) => kind === 'published')?.event;
  const n = Number(event?.data['n'] ?? result.doc.state.live);
  await baseDraft(deps, call, slug, n);
  const version = versionOf(result.doc.state, n);
  return { n, hash: version?.hash ?? hash, changed: event !== undefined, advice: problems };
}

interface PublishPlan {
  readonly definition: Definition;
  readonly hash: string;
  readonly draft: Draft;
  readonly request: PublishRequest;
}

async function decidePublish(
  deps: DefinitionDeps,
  state: RequestTypeState,
  { definition, hash, draft, request }: PublishPlan,
): Promise<Decision> {
  const live = versionOf(state, state.live);
  if (live?.hash === hash) return nothingDecided;
  const base = request.base === undefined ? baseOf(draft, state) : request.base;
  const load = async (n: number | null): Promise<Document> => {
    const version = versionOf(state, n);
    return version === undefined ? {} : loadDocument(deps.store.blobs, version.hash);
  };
  const liveDocument = await load(state.live);
  if (base !== state.live)
    throw publishStale(base, state.live, told(differencesBetween(await load(base), liveDocument)));
  const changes = told(differencesBetween(liveDocument, draft.document)).map(({ sentence }) => sentence);
  const n = state.versions.length + 1;
  const data = { n, hash, type: definition.slug, base, face: faceOf(definition) };
  return { events: [{ kind: 'published', data, human: { reason: request.reason.trim(), changes } }] };
}

const told = (differences: readonly Difference[]): readonly Difference[] =>
  differences.slice(0, mostDifferences);

/** The version a draft builds on: the last one it was saved as, else the one it was started from. */
function baseOf(draft: Draft, state: RequestTypeState): number | null {
  const saved = new Set(draft.doc.state.saves.map(({ document }) => document));
  const published = state.versions.findLast(({ hash }) => saved.has(hash));
  return Math.max(published?.n ?? 0, draft.base ?? 0) || null;
}

/** From now on the draft builds on what was just published. */
async function baseDraft(deps: DefinitionDeps, call: DefinitionCall, slug: string, n: number): Promise<void> {
  await runCommand<DraftState>(deps, {
    spec: draftStream,
    stream: streamId('draft', slug),
    command: call.command,
    actor: call.actor,
    decide: (doc) => decideBased(doc.state, n),
  });
}
