import type { Backlog } from '../../../domain/analysis/summarise.ts';
import { textIn } from '../../../domain/form/text-schema.ts';
import type { Category } from '../../../domain/stream/case/case-state.ts';
import type { RequestTypeState } from '../../../domain/stream/request-type/request-type-stream.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import type { Store } from '../../ports/store.ts';
import type { DefinitionCache } from '../definition/definition-cache.ts';

/** What the ids in the numbers stand for. */
export interface NamesOfBacklog {
  /** Request type → its title. */
  readonly types: Readonly<Record<string, string>>;
  /** Request type and state, as `type/state` → the title of the state and its category. */
  readonly states: Readonly<Record<string, { readonly title: string; readonly category: Category }>>;
}

/** Names for types and for the states of a backlog, each out of the newest version that has it; an id that no version has is left out. */
export async function namesOfBacklog(
  deps: { readonly store: Pick<Store, 'aggregates'>; readonly definitions: DefinitionCache },
  slugs: readonly string[],
  backlog: readonly Pick<Backlog, 'type' | 'state'>[],
): Promise<NamesOfBacklog> {
  const known = [...new Set([...slugs, ...backlog.map(({ type }) => type)])];
  const docs = await deps.store.aggregates.loadMany<RequestTypeState>(
    known.map((slug) => streamId('requestType', slug)),
  );
  const states = await Promise.all(
    docs.map(({ state }) =>
      namesIn(
        deps.definitions,
        state,
        backlog.filter(({ type }) => type === state.slug),
      ),
    ),
  );
  return {
    types: Object.fromEntries(docs.map(({ state }) => [state.slug, state.title])),
    states: Object.fromEntries(states.flat()),
  };
}

async function namesIn(
  definitions: DefinitionCache,
  { slug, versions }: RequestTypeState,
  rows: readonly Pick<Backlog, 'state'>[],
) {
  const wanted = new Set(rows.map(({ state }) => state));
  const found: [string, { title: string; category: Category }][] = [];
  for (const { hash } of versions.toReversed()) {
    if (wanted.size === 0) break;
    const { document, states } = await definitions.byHash(hash);
    for (const id of wanted) {
      const state = states.get(id);
      if (state === undefined) continue;
      wanted.delete(id);
      const title = textIn(state.title ?? id, document.form.language);
      found.push([`${slug}/${id}`, { title, category: state.category }]);
    }
  }
  return found;
}
