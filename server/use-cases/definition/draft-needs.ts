import { checkDefinition } from '../../../domain/definition/check-definition.ts';
import { type Need, needsOf } from '../../../domain/definition/needs-of.ts';
import { systemRoles } from '../../../domain/stream/person/person-state.ts';
import type { PoolState } from '../../../domain/stream/pool/pool-stream.ts';
import { idInStream } from '../../../domain/stream/stream-id.ts';
import type { Store } from '../../ports/store.ts';
import { loadList } from '../directory/list-pages.ts';
import { directoryRegistry } from './directory-registry.ts';
import { roleTitles } from './names-of-others.ts';
import { getDraft } from './read-draft.ts';

/**
 * What the draft of a type names of the organisation and does not find there; nothing for a draft that has not the form of a
 * definition yet, whose problems say more. @throws DomainError NOT_FOUND.
 */
export async function draftNeeds(store: Store, slug: string): Promise<readonly Need[]> {
  const { definition } = checkDefinition((await getDraft(store, slug)).document);
  if (definition === undefined) return [];
  const [registry, titles, pools] = await Promise.all([
    directoryRegistry(store, definition),
    roleTitles(store),
    loadList<PoolState>(store.aggregates, 'pool'),
  ]);
  return needsOf(definition, {
    registry,
    roles: new Set<string>([...systemRoles, ...Object.keys(titles)]),
    pools: new Map(pools.map(({ _id, state }) => [idInStream(_id), state.members.length])),
  });
}
