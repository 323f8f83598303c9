import { DomainError } from '../../../domain/error/domain-error.ts';
import {
  type PublishedVersion,
  type RequestTypeState,
  versionOf,
} from '../../../domain/stream/request-type/request-type-stream.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import type { Keyset } from '../../ports/aggregates.ts';
import type { Store } from '../../ports/store.ts';
import { listObjects, type ObjectPage } from '../directory/read-object.ts';
import { type Document, loadDocument } from './stored-document.ts';

/** One published version with its document. */
export interface VersionDocument extends PublishedVersion {
  readonly document: Document;
}

/** One page of the request types, by category and title: those that can be submitted, or all that were ever published. */
export function listTypes(
  store: Store,
  which: 'live' | 'all',
  after: Keyset | null,
  limit: number,
): Promise<ObjectPage<RequestTypeState>> {
  return listObjects<RequestTypeState>(
    store,
    which === 'live' ? 'requestType:live' : 'requestType',
    after,
    limit,
  );
}

/** A request type that was published at least once. @throws DomainError NOT_FOUND. */
export async function getType(store: Store, slug: string): Promise<RequestTypeState> {
  const doc = await store.aggregates.load<RequestTypeState>(streamId('requestType', slug));
  if (doc === undefined) throw new DomainError('NOT_FOUND', `There is no request type “${slug}”.`);
  return doc.state;
}

/** Every version of a type, newest first. @throws DomainError NOT_FOUND. */
export async function listVersions(store: Store, slug: string): Promise<readonly PublishedVersion[]> {
  return (await getType(store, slug)).versions.toReversed();
}

/** A version with its document. @throws DomainError NOT_FOUND. */
export async function getVersion(store: Store, slug: string, n: number): Promise<VersionDocument> {
  const version = versionOf(await getType(store, slug), n);
  if (version === undefined) throw new DomainError('NOT_FOUND', `“${slug}” has no version ${n}.`);
  return { ...version, document: await loadDocument(store.blobs, version.hash) };
}
