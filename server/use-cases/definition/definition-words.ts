import { definitionSchema } from '../../../domain/definition/definition-schema.ts';
import { type Difference, differencesBetween } from '../../../domain/definition/difference.ts';
import { factCatalogueOf } from '../../../domain/definition/fact-catalogue-of.ts';
import { overviewOf } from '../../../domain/definition/overview.ts';
import type { OverviewSection } from '../../../domain/definition/overview-item.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import { type RequestTypeState, versionOf } from '../../../domain/stream/request-type/request-type-stream.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import type { Store } from '../../ports/store.ts';
import { namesOfOthers } from './names-of-others.ts';
import { getDraft } from './read-draft.ts';
import { getVersion } from './read-types.ts';
import { type Document, loadDocument } from './stored-document.ts';

/** A definition as people read it. */
export interface DefinitionWords {
  readonly title: string;
  readonly sections: readonly OverviewSection[];
}

/**
 * A document in sentences, with what it points at by its name.
 * @throws DomainError DEFINITION_INVALID when it has not the form of a definition.
 */
export async function wordsOf(store: Store, document: Document): Promise<DefinitionWords> {
  const parsed = definitionSchema.safeParse(document);
  if (!parsed.success)
    throw new DomainError(
      'DEFINITION_INVALID',
      'It cannot be read as a definition yet. Check it and mend what blocks.',
    );
  const { data } = parsed;
  const others = await namesOfOthers(store, [data]);
  const sections = overviewOf({ document: data, catalogue: factCatalogueOf(data) }, others);
  return { title: sections[0]?.title ?? data.slug, sections };
}

/** How a version differs from another one, or from nothing. */
interface VersionDifferences {
  /** The version it is compared with; null for none. */
  readonly from: number | null;
  readonly to: number | null;
  readonly items: readonly Difference[];
}

/** How a version differs from an earlier one: the one before it unless another is named. @throws DomainError NOT_FOUND. */
export async function versionDifferences(
  store: Store,
  slug: string,
  n: number,
  from: number = n - 1,
): Promise<VersionDifferences> {
  const version = await getVersion(store, slug, n);
  if (from < 1) return { from: null, to: n, items: [] };
  const earlier = await getVersion(store, slug, from);
  return { from, to: n, items: await differences(store, earlier.document, version.document) };
}

/** How the draft differs from the live version; from nothing where none is live. @throws DomainError NOT_FOUND. */
export async function draftDifferences(store: Store, slug: string): Promise<VersionDifferences> {
  const draft = await getDraft(store, slug);
  const type = await store.aggregates.load<RequestTypeState>(streamId('requestType', slug));
  const live = type === undefined ? undefined : versionOf(type.state, type.state.live);
  if (live === undefined) return { from: null, to: null, items: [] };
  const document = await loadDocument(store.blobs, live.hash);
  return { from: live.n, to: null, items: await differences(store, document, draft.document) };
}

async function differences(store: Store, before: Document, after: Document): Promise<Difference[]> {
  const parsed = [before, after].flatMap((document) => definitionSchema.safeParse(document).data ?? []);
  return differencesBetween(before, after, await namesOfOthers(store, parsed));
}
