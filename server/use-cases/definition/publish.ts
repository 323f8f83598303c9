import { checkDefinition, mayBePublished } from '../../../domain/definition/check-definition.ts';
import type { Definition } from '../../../domain/definition/definition-schema.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import type { Problem } from '../../../domain/error/problem.ts';
import { textIn } from '../../../domain/form/text-schema.ts';
import { type Decision, nothingDecided } from '../../../domain/stream/decision.ts';
import { requireReason } from '../../../domain/stream/directory/decide-directory.ts';
import { draftStream } from '../../../domain/stream/draft/draft-stream.ts';
import {
  type RequestTypeState,
  requestTypeStream,
  versionOf,
} from '../../../domain/stream/request-type/request-type-stream.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import { runCommand } from '../command/run-command.ts';
import type { DefinitionCall, DefinitionDeps } from './definition-call.ts';
import { type Draft, getDraft } from './read-draft.ts';
import { storeDocument } from './stored-document.ts';

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

/**
 * Makes the draft the live version, for cases submitted from now on. The document is stored before the commit that names it.
 * @throws DomainError REASON_REQUIRED, NOT_FOUND, DEFINITION_INVALID, PUBLISH_STALE.
 */
export async function publish(
  deps: DefinitionDeps,
  call: DefinitionCall,
  slug: string,
  request: PublishRequest,
): Promise<Published> {
  requireReason(request.reason);
  const draft = await getDraft(deps.store, slug);
  const { definition, problems } = await checked(deps, draft);
  const hash = await storeDocument(deps.store.blobs, definition);
  const result = await runCommand<RequestTypeState>(deps, {
    spec: requestTypeStream,
    stream: streamId('requestType', slug),
    command: call.command,
    actor: call.actor,
    on: 'either',
    decide: (doc) => {
      call.authorise?.(doc);
      return decidePublish(doc.state, { definition, hash, draft, request });
    },
  });
  const event = result.events.find(({ event: { kind } }) => kind === 'published')?.event;
  const n = Number(event?.data['n'] ?? result.doc.state.live);
  const version = versionOf(result.doc.state, n);
  await rebaseDraft(deps, call, draft, n);
  return { n, hash: version?.hash ?? hash, changed: event !== undefined, advice: problems };
}

async function checked(
  deps: DefinitionDeps,
  draft: Draft,
): Promise<{ definition: Definition; problems: readonly Problem[] }> {
  const shape = checkDefinition(draft.document);
  const { definition } = shape;
  const known = definition === undefined ? undefined : await deps.registry?.(definition);
  const { problems } = known === undefined ? shape : checkDefinition(draft.document, known);
  if (definition !== undefined && mayBePublished(problems)) return { definition, problems };
  const blocking = problems.filter((problem) => problem.blocking);
  throw new DomainError('DEFINITION_INVALID', 'The draft has problems. Mend them, then publish.', {
    details: blocking.map(({ pointer, message, mend }) => ({ pointer, detail: `${message} ${mend}` })),
    data: { problems },
  });
}

interface PublishPlan {
  readonly definition: Definition;
  readonly hash: string;
  readonly draft: Draft;
  readonly request: PublishRequest;
}

function decidePublish(state: RequestTypeState, plan: PublishPlan): Decision {
  const { definition, hash, draft, request } = plan;
  const live = versionOf(state, state.live);
  if (live?.hash === hash) return nothingDecided;
  const base = request.base === undefined ? baseOf(draft, state) : request.base;
  if (base !== state.live) throw stale(state, base);
  return {
    events: [
      {
        kind: 'published',
        data: {
          n: state.versions.length + 1,
          hash,
          type: definition.slug,
          base: state.live,
          face: faceOf(definition),
        },
        human: { reason: request.reason.trim() },
      },
    ],
  };
}

/** The version a draft builds on: the last one it was saved as, else the one it was started from. */
function baseOf(draft: Draft, state: RequestTypeState): number | null {
  const saved = new Set(draft.doc?.state.saves.map(({ document }) => document));
  const published = state.versions.findLast(({ hash }) => saved.has(hash));
  return Math.max(published?.n ?? 0, draft.base ?? 0) || null;
}

function stale(state: RequestTypeState, base: number | null): DomainError {
  const seen = base === null ? 'nothing published' : `version ${base}`;
  const live = state.live === null ? 'none' : `version ${state.live}`;
  return new DomainError(
    'PUBLISH_STALE',
    `The draft builds on ${seen}; live is ${live}. Look at what changed, then publish on it.`,
    {
      data: { base, live: state.live },
    },
  );
}

/** What the catalogue of request types shows of a version, in the language of its form. */
export function faceOf(definition: Definition) {
  const { title, summary = '', category, keywords = [], form } = definition;
  return {
    title: textIn(title, form.language),
    summary: textIn(summary, form.language),
    category,
    keywords,
  };
}

/** The draft builds on what was just published; without a draft of its own there is nothing to say. */
async function rebaseDraft(
  deps: DefinitionDeps,
  call: DefinitionCall,
  draft: Draft,
  n: number,
): Promise<void> {
  if (draft.doc === undefined || draft.base === n) return;
  await runCommand(deps, {
    spec: draftStream,
    stream: streamId('draft', draft.slug),
    command: call.command,
    actor: call.actor,
    decide: () => ({ events: [{ kind: 'based', data: { type: draft.slug, base: n }, raises: false }] }),
  });
}
