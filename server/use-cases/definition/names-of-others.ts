import type { Definition } from '../../../domain/definition/definition-schema.ts';
import type { NamesOfOthers } from '../../../domain/definition/names-of-others.ts';
import { referencesOf } from '../../../domain/definition/references-of.ts';
import type { StreamKind } from '../../../domain/stream/event.ts';
import {
  type InstallationState,
  installationId,
} from '../../../domain/stream/installation/installation-stream.ts';
import type { PoolState } from '../../../domain/stream/pool/pool-stream.ts';
import { idInStream, streamId } from '../../../domain/stream/stream-id.ts';
import type { Store } from '../../ports/store.ts';

interface Titled {
  readonly title: string;
}

/** What the directory calls the things that definitions name. */
export async function namesOfOthers(
  store: Store,
  definitions: readonly Definition[],
): Promise<NamesOfOthers> {
  const named = definitions.map(referencesOf);
  const all = async <S extends Titled>(kind: StreamKind, ids: readonly string[]): Promise<[string, S][]> => {
    const found = await store.aggregates.loadMany<S>([...new Set(ids)].map((id) => streamId(kind, id)));
    return found.map(({ _id, state }) => [idInStream(_id), state]);
  };
  const queued = definitions.flatMap(({ queues }) => (queues ?? []).map(({ team }) => team));
  const [roles, teams, pools, calendars] = await Promise.all([
    roleTitles(store),
    all('team', [...named.flatMap((one) => one.teams), ...queued]),
    all<PoolState>(
      'pool',
      named.flatMap((one) => one.pools),
    ),
    all(
      'calendar',
      named.flatMap((one) => one.calendars),
    ),
  ]);
  return {
    roles,
    teams: titles(teams),
    calendars: titles(calendars),
    pools: Object.fromEntries(pools.map(([id, { title, strategy }]) => [id, { title, strategy }])),
  };
}

/** The titles of the organisation’s own roles, by id. */
export async function roleTitles(store: Store): Promise<Readonly<Record<string, string>>> {
  const installation = await store.aggregates.load<InstallationState>(
    streamId('installation', installationId),
  );
  return Object.fromEntries((installation?.state.businessRoles ?? []).map(({ id, title }) => [id, title]));
}

function titles(found: readonly (readonly [string, Titled])[]): Record<string, string> {
  return Object.fromEntries(found.map(([id, { title }]) => [id, title]));
}
