import { slugSchema } from '../../../domain/definition/definition-schema.ts';
import { definitionBytes, readDefinitionYaml } from '../../../domain/definition/definition-yaml.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import { isBoundedJson, isRecord } from '../../../domain/form/bounded-json.ts';
import { canonicalJson } from '../../../domain/hash/canonical-json.ts';
import { hashJson } from '../../../domain/hash/sha256.ts';
import { type Decision, nothingDecided } from '../../../domain/stream/decision.ts';
import { decideSave } from '../../../domain/stream/draft/decide-save.ts';
import { type DraftState, draftStream } from '../../../domain/stream/draft/draft-stream.ts';
import { mergeSave } from '../../../domain/stream/draft/merge-save.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import { runCommand } from '../command/run-command.ts';
import type { DefinitionCall, DefinitionDeps } from './definition-call.ts';
import { type Draft, getDraft } from './read-draft.ts';
import { type Document, loadDocument, storeDocument } from './stored-document.ts';

/** A whole document to be saved, as JSON or as YAML text, and the rev of the draft it was made from (0: none). */
export interface SaveRequest {
  readonly document: unknown;
  readonly seen: number;
}

const maxDepth = 120;

/**
 * Saves a whole document as the draft of a request type, problems and all. A save from an older state keeps what others
 * saved meanwhile, as long as the changes do not overlap; made from none, it is saved where there is no draft yet.
 * @throws DomainError MALFORMED when it is no JSON object, TOO_LARGE, VALIDATION_FAILED when it is of another type, CONFLICT, STALE.
 */
export async function saveDraft(
  deps: DefinitionDeps,
  call: DefinitionCall,
  slug: string,
  request: SaveRequest,
): Promise<Draft> {
  const wanted = savable(slug, request.document);
  await runCommand<DraftState>(deps, {
    spec: draftStream,
    stream: streamId('draft', slug),
    command: call.command,
    actor: call.actor,
    on: 'either',
    decide: async (doc): Promise<Decision> => {
      call.authorise?.(doc);
      return decideMerged(deps, doc.state, { slug, wanted, seen: request.seen });
    },
  });
  return getDraft(deps.store, slug);
}

interface Wanted {
  readonly slug: string;
  readonly wanted: Document;
  readonly seen: number;
}

async function decideMerged(
  deps: DefinitionDeps,
  state: DraftState,
  { slug, wanted, seen }: Wanted,
): Promise<Decision> {
  const { blobs } = deps.store;
  const seenHash = seen === 0 ? null : state.saves.find(({ rev }) => rev === seen)?.document;
  if (seenHash === undefined) throw unknownState(state);
  if (seen === 0 && state.saves.length > 0) return decideAgain(state, wanted);
  const load = async (hash: string | null): Promise<Document> =>
    hash === null ? {} : loadDocument(blobs, hash);
  const seenDocument = await load(seenHash);
  const currentHash = state.saves.at(-1)?.document ?? null;
  const current = currentHash === seenHash ? seenDocument : await load(currentHash);
  const merged = mergeSave({ seen: seenDocument, current, wanted });
  const document = await storeDocument(blobs, merged.document);
  return decideSave(state, { slug, document, operations: merged.operations });
}

/** Made from no draft where there is one: the same is saved already, anything else would write over what was not read. */
function decideAgain(state: DraftState, wanted: Document): Decision {
  if (state.saves.at(-1)?.document === hashJson(wanted)) return nothingDecided;
  throw new DomainError(
    'STALE',
    'There is a draft already, with other content. Read it, and send its ETag as If-Match with what you save.',
    { data: { rev: state.saves.at(-1)?.rev ?? 0 } },
  );
}

function unknownState(state: DraftState): DomainError {
  const rev = state.saves.at(-1)?.rev ?? 0;
  return new DomainError(
    'STALE',
    'The draft you began from is not known any more. Read it again, then save.',
    {
      data: { rev },
    },
  );
}

/** The document, if it may be kept as a draft of this type. */
function savable(slug: string, given: unknown): Document {
  const document = typeof given === 'string' ? readDefinitionYaml(given) : given;
  if (!isRecord(document) || !isBoundedJson(document, maxDepth) || hasForbiddenKey(document))
    throw new DomainError('MALFORMED', 'A definition is a JSON object of at most 120 levels. Send one.');
  if (document['slug'] !== slug || !slugSchema.safeParse(slug).success)
    throw new DomainError('VALIDATION_FAILED', 'The document is not of this request type.', {
      details: [{ pointer: '/slug', detail: `Set slug: ${slug}, in small letters, digits and -.` }],
    });
  if (Buffer.byteLength(canonicalJson(document)) > definitionBytes)
    throw new DomainError('TOO_LARGE', 'A definition takes 2 MB at most.');
  return document as Document;
}

function hasForbiddenKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, '__proto__') || Object.values(value).some(hasForbiddenKey);
}
