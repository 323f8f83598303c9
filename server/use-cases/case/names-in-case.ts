import type { Ability } from '../../../domain/access/ability-of.ts';
import { textIn } from '../../../domain/form/text-schema.ts';
import type { Json } from '../../../domain/hash/canonical-json.ts';
import { idInStream, streamId } from '../../../domain/stream/stream-id.ts';
import { idsIn } from '../lists/ids-in.ts';
import type { CaseDeps } from './case-command.ts';
import { getReadableCase, type ReadableCase } from './readable-case.ts';

/** What ids in the history of a case stand for; what has no name is left out. */
export interface NamesInCase {
  readonly people: Readonly<Record<string, string>>;
  readonly teams: Readonly<Record<string, string>>;
  readonly pools: Readonly<Record<string, string>>;
  /** Left out for whoever does not read territories. */
  readonly territories: Readonly<Record<string, string>>;
  readonly queues: Readonly<Record<string, string>>;
  readonly gates: Readonly<Record<string, string>>;
  /** Facts that conditions read, without those of fields kept from the viewer. */
  readonly facts: Readonly<Record<string, string>>;
  /** Items of the stages of routing, by `chain/item`. */
  readonly items: Readonly<Record<string, string>>;
}

/** Names for whatever is about to be answered about a case. @throws DomainError NOT_FOUND. */
export async function namesInCase(
  deps: Pick<CaseDeps, 'store' | 'definitions' | 'directory'>,
  ability: Ability,
  caseId: string,
  answered: unknown,
): Promise<NamesInCase> {
  const readable = await getReadableCase(deps, ability, caseId);
  const ids = [...idsIn(JSON.parse(JSON.stringify(answered)) as Json)];
  const [known, teams, pools, territories] = await Promise.all([
    deps.directory.snapshot({ people: ids }),
    titled(deps, 'team', ids),
    titled(deps, 'pool', ids),
    ability.can('read', { subject: 'Territory', id: 'all' }) ? titled(deps, 'territory', ids) : {},
  ]);
  const { document } = readable.definition;
  const { language } = document.form;
  const titles = (items: readonly { readonly id: string; readonly title: string | object }[] = []) =>
    Object.fromEntries(items.map(({ id, title }) => [id, textIn(title as string, language)]));
  return {
    people: Object.fromEntries([...known.people].map(([id, { name }]) => [id, name])),
    teams,
    pools,
    territories,
    queues: titles(document.queues),
    gates: titles(document.gates),
    facts: factLabels(readable),
    items: itemNames(readable),
  };
}

async function titled(
  { store }: Pick<CaseDeps, 'store'>,
  kind: 'team' | 'pool' | 'territory',
  ids: readonly string[],
): Promise<Record<string, string>> {
  const found = await store.aggregates.loadMany<{ readonly title: string }>(
    ids.map((id) => streamId(kind, id)),
  );
  return Object.fromEntries(found.map(({ _id, state }) => [idInStream(_id), state.title]));
}

function factLabels({ definition: { catalogue }, shown: { masked } }: ReadableCase): Record<string, string> {
  const kept = new Set(masked);
  return Object.fromEntries(
    [...catalogue].flatMap(([key, { label }]) =>
      kept.has(key.split('.', 1)[0] ?? key) ? [] : [[key, label]],
    ),
  );
}

function itemNames({ definition: { document } }: ReadableCase): Record<string, string> {
  const { language } = document.form;
  return Object.fromEntries(
    document.chains.flatMap((chain) =>
      [...(chain.screen ?? []), ...(chain.suppress ?? []), ...chain.rules].map(({ id, name }) => [
        `${chain.id}/${id}`,
        textIn(name, language),
      ]),
    ),
  );
}
