import { DomainError } from '../../../domain/error/domain-error.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { DraftState } from '../../../domain/stream/draft/draft-stream.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import type { Store } from '../../ports/store.ts';
import { type Document, loadDocument } from './stored-document.ts';

/** The draft of a request type as it stands. */
export interface Draft {
  readonly slug: string;
  /** What to send back as `seen`. */
  readonly rev: number;
  /** Number of the version it was last published as; null before its first publish. */
  readonly base: number | null;
  readonly hash: string;
  readonly document: Document;
  /** The aggregate behind it. */
  readonly doc: Aggregate<DraftState>;
}

/** The draft. @throws DomainError NOT_FOUND. */
export async function getDraft(store: Store, slug: string): Promise<Draft> {
  const draft = await findDraft(store, slug);
  if (draft === undefined) throw new DomainError('NOT_FOUND', `There is no draft of “${slug}”.`);
  return draft;
}

/** The same, or undefined. */
export async function findDraft(store: Store, slug: string): Promise<Draft | undefined> {
  const doc = await store.aggregates.load<DraftState>(streamId('draft', slug));
  const save = doc?.state.saves.at(-1);
  if (doc === undefined || save === undefined) return undefined;
  const document = await loadDocument(store.blobs, save.document);
  return { slug, rev: save.rev, base: doc.state.base, hash: save.document, document, doc };
}
