import { canonicalJson } from '../../../../domain/hash/canonical-json.ts';
import { replayRecord } from '../../../../domain/routing/replay-record.ts';
import type { BlobStore } from '../../../../server/ports/blobs.ts';
import {
  createDefinitionCache,
  type DefinitionCache,
} from '../../../../server/use-cases/definition/definition-cache.ts';
import type { Everything } from './everything.ts';
import { recordIn } from './record-in.ts';

/** What has been replayed while the same store is open: records and definitions are written once. */
interface Replayed {
  readonly definitions: DefinitionCache;
  readonly found: Map<string, readonly string[]>;
}
const known = new WeakMap<BlobStore, Replayed>();

/** Invariant 6: every decision that stands comes out of its record and its version again, to the byte. */
export async function replayViolations(all: Everything): Promise<string[]> {
  const { store } = all;
  const replayed = known.get(store.blobs) ?? {
    definitions: createDefinitionCache(store),
    found: new Map<string, readonly string[]>(),
  };
  known.set(store.blobs, replayed);
  const found: string[] = [];
  for (const { _id, state } of all.cases) {
    for (const [epoch, { record }] of Object.entries(state.routed)) {
      if (record === undefined) continue;
      const violations = replayed.found.get(record) ?? (await replay(all, replayed.definitions, record));
      replayed.found.set(record, violations);
      found.push(
        ...violations.map((violation) => `the decision of ${_id} under epoch ${epoch} ${violation}`),
      );
    }
  }
  return found;
}

async function replay(all: Everything, definitions: DefinitionCache, hash: string): Promise<string[]> {
  const record = await recordIn(all.store, hash);
  if (record === undefined) return [];
  const chain = (await definitions.byHash(record.versionHash)).chains.get(record.chain);
  if (chain === undefined) return ['was made by a chain its version does not have'];
  const { outcome, notInRecord } = replayRecord(record, chain);
  if (notInRecord.length > 0) return [`looked at ${notInRecord.join(', ')}, which its record lacks`];
  return canonicalJson(outcome.record) === canonicalJson(record) ? [] : ['comes out otherwise when replayed'];
}
