import { DomainError } from '../../../domain/error/domain-error.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { DraftState } from '../../../domain/stream/draft/draft-stream.ts';
import { type RequestTypeState, versionOf } from '../../../domain/stream/request-type/request-type-stream.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import type { Store } from '../../ports/store.ts';
import { type Document, loadDocument } from './stored-document.ts';

/** The draft of a request type as it stands. */
export interface Draft {
  readonly slug: string;
  /** What to send back as `seen`; 0 while nobody has saved a draft and the live version is shown. */
  readonly rev: number;
  /** Number of the version it builds on; null when nothing was published then. */
  readonly base: number | null;
  readonly hash: string;
  readonly document: Document;
  /** The aggregate behind it; undefined while nobody has saved a draft. */
  readonly doc?: Aggregate<DraftState>;
}

/** The draft, else the live version as the draft to begin with. @throws DomainError NOT_FOUND when there is neither. */
export async function getDraft(store: Store, slug: string): Promise<Draft> {
  const doc = await store.aggregates.load<DraftState>(streamId('draft', slug));
  const save = doc?.state.saves.at(-1);
  if (doc !== undefined && save !== undefined) {
    const document = await loadDocument(store.blobs, save.document);
    return { slug, rev: save.rev, base: doc.state.base, hash: save.document, document, doc };
  }
  const type = await store.aggregates.load<RequestTypeState>(streamId('requestType', slug));
  const live = type === undefined ? undefined : versionOf(type.state, type.state.live);
  if (live === undefined) throw new DomainError('NOT_FOUND', `There is no request type “${slug}”.`);
  const document = await loadDocument(store.blobs, live.hash);
  return { slug, rev: 0, base: live.n, hash: live.hash, document };
}
