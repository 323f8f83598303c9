import { type CompiledDefinition, compileDefinition } from '../../../domain/definition/compile-definition.ts';
import { definitionSchema } from '../../../domain/definition/definition-schema.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import { Fault } from '../../../domain/error/fault.ts';
import { type RequestTypeState, versionOf } from '../../../domain/stream/request-type/request-type-stream.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import type { Store } from '../../ports/store.ts';

/** Compiled definitions by hash; they are immutable, so each is read and compiled once per process. */
export interface DefinitionCache {
  /** @throws Fault DEFINITION_MISSING when no such document is stored. */
  byHash(hash: string): Promise<CompiledDefinition>;
  /** The live version of a type. @throws DomainError NOT_FOUND when there is none. */
  live(slug: string): Promise<LiveDefinition>;
}

export interface LiveDefinition {
  readonly version: number;
  readonly type: RequestTypeState;
  readonly definition: CompiledDefinition;
}

/** A cache over a store's blobs. */
export function createDefinitionCache(store: Store): DefinitionCache {
  const known = new Map<string, Promise<CompiledDefinition>>();
  const read = async (hash: string): Promise<CompiledDefinition> => {
    const bytes = await store.blobs.get(hash);
    if (bytes === undefined)
      throw new Fault('DEFINITION_MISSING', `the definition ${hash} is not in the store`, {
        retryable: false,
      });
    return compileDefinition(definitionSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))));
  };
  const byHash = (hash: string): Promise<CompiledDefinition> => {
    const found = known.get(hash) ?? read(hash);
    known.set(hash, found);
    found.catch(() => known.delete(hash));
    return found;
  };
  return {
    byHash,
    async live(slug) {
      const doc = await store.aggregates.load<RequestTypeState>(streamId('requestType', slug));
      const version = doc === undefined ? undefined : versionOf(doc.state, doc.state.live);
      if (doc === undefined || version === undefined)
        throw new DomainError('NOT_FOUND', `There is no request type “${slug}” that can be submitted.`);
      return { version: version.n, type: doc.state, definition: await byHash(version.hash) };
    },
  };
}
