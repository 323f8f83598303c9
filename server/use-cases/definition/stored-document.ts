import { Fault } from '../../../domain/error/fault.ts';
import { canonicalJson, type Json } from '../../../domain/hash/canonical-json.ts';
import { hashJson } from '../../../domain/hash/sha256.ts';
import type { BlobStore } from '../../ports/blobs.ts';

/** A definition document as drafts hold it: any JSON object. */
export type Document = { readonly [key: string]: Json };

/** Stores the canonical text of a document under the document's hash, which is returned. */
export async function storeDocument(blobs: BlobStore, document: unknown): Promise<string> {
  const hash = hashJson(document);
  await blobs.put(hash, Buffer.from(canonicalJson(document), 'utf8'));
  return hash;
}

/** A stored document. @throws Fault DEFINITION_MISSING. */
export async function loadDocument(blobs: BlobStore, hash: string): Promise<Document> {
  const bytes = await blobs.get(hash);
  if (bytes === undefined)
    throw new Fault('DEFINITION_MISSING', `the document ${hash} is not in the store`, { retryable: false });
  return JSON.parse(Buffer.from(bytes).toString('utf8')) as Document;
}
