import { slugSchema } from '../../../domain/definition/definition-schema.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import { isBoundedJson, isRecord } from '../../../domain/form/bounded-json.ts';
import { canonicalJson } from '../../../domain/hash/canonical-json.ts';
import { type Decision, nothingDecided } from '../../../domain/stream/decision.ts';
import { type DraftState, draftStream } from '../../../domain/stream/draft/draft-stream.ts';
import type { RequestTypeState } from '../../../domain/stream/request-type/request-type-stream.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import { runCommand } from '../command/run-command.ts';
import type { DefinitionCall, DefinitionDeps } from './definition-call.ts';
import { type Draft, getDraft } from './read-draft.ts';
import { type Document, storeDocument } from './stored-document.ts';

/** The most a document may take as canonical JSON. */
const maxBytes = 2 * 1024 * 1024;
const maxDepth = 200;

/**
 * Saves a whole document as the draft of a request type, problems and all.
 * @throws DomainError MALFORMED when it is no JSON object, TOO_LARGE, VALIDATION_FAILED when it is of another type, STALE.
 */
export async function saveDraft(
  deps: DefinitionDeps,
  call: DefinitionCall,
  slug: string,
  request: { readonly document: unknown; readonly seen: number },
): Promise<Draft> {
  const document = savable(slug, request.document);
  const hash = await storeDocument(deps.store.blobs, document);
  await runCommand<DraftState>(deps, {
    spec: draftStream,
    stream: streamId('draft', slug),
    command: call.command,
    actor: call.actor,
    on: 'either',
    decide: async (doc): Promise<Decision> => {
      call.authorise?.(doc);
      const last = doc.state.saves.at(-1);
      if (request.seen !== (last?.rev ?? 0)) throw staleSave(last?.rev ?? 0);
      if (last?.document === hash) return nothingDecided;
      const type = await deps.store.aggregates.load<RequestTypeState>(streamId('requestType', slug));
      return {
        events: [{ kind: 'saved', data: { type: slug, document: hash, base: type?.state.live ?? null } }],
      };
    },
  });
  return getDraft(deps.store, slug);
}

function staleSave(rev: number): DomainError {
  return new DomainError('STALE', 'The draft changed since you read it. Look at it again, then save.', {
    data: { rev },
  });
}

/** The document, if it may be kept as a draft of this type. */
function savable(slug: string, document: unknown): Document {
  if (!isRecord(document) || !isBoundedJson(document, maxDepth))
    throw new DomainError('MALFORMED', 'A definition is a JSON object. Send one.');
  if (document['slug'] !== slug || !slugSchema.safeParse(slug).success)
    throw new DomainError('VALIDATION_FAILED', 'The document is not of this request type.', {
      details: [{ pointer: '/slug', detail: `Set slug: ${slug}, in small letters, digits and -.` }],
    });
  if (Buffer.byteLength(canonicalJson(document)) > maxBytes)
    throw new DomainError('TOO_LARGE', 'A definition takes 2 MB at most.');
  return document as Document;
}
