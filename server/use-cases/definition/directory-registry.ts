import type { DefinitionRegistry } from '../../../domain/definition/definition-registry.ts';
import type { Definition } from '../../../domain/definition/definition-schema.ts';
import { referencesOf } from '../../../domain/definition/references-of.ts';
import { alwaysCalendar } from '../../../domain/stream/calendar/calendar-stream.ts';
import {
  type InstallationState,
  installationId,
} from '../../../domain/stream/installation/installation-stream.ts';
import { systemRoles } from '../../../domain/stream/person/person-state.ts';
import { idInStream, streamId } from '../../../domain/stream/stream-id.ts';
import type { TeamState } from '../../../domain/stream/team/team-stream.ts';
import type { Store } from '../../ports/store.ts';
import { pagesOf } from '../directory/list-pages.ts';

/**
 * What the organisation has of what a definition names: roles with their active holders, teams, pools, calendars,
 * connections and request types. Where no installation is on record, every role it names is taken for one of the organisation.
 */
export async function directoryRegistry(store: Store, definition: Definition): Promise<DefinitionRegistry> {
  const named = referencesOf(definition);
  const [roles, teams, pools, calendars, connections, requestTypes, submitters] = await Promise.all([
    rolesOf(store, named.roles),
    teamsOf(store, named.teams),
    idsOf(store, 'pool'),
    idsOf(store, 'calendar'),
    idsOf(store, 'connection'),
    idsOf(store, 'requestType'),
    submittersOf(store, definition),
  ]);
  calendars.add(alwaysCalendar.id);
  return {
    roles,
    teams,
    pools,
    calendars,
    connections,
    requestTypes,
    ...(submitters === undefined ? {} : { submitters }),
  };
}

async function idsOf(store: Store, list: string): Promise<Set<string>> {
  const ids = new Set<string>();
  for await (const page of pagesOf(store.aggregates, list)) for (const id of page) ids.add(idInStream(id));
  return ids;
}

async function rolesOf(
  store: Store,
  named: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const installation = await store.aggregates.load<InstallationState>(
    streamId('installation', installationId),
  );
  const organisation = installation?.state.businessRoles.map(({ id }) => id) ?? named;
  const known = new Set<string>([...systemRoles, ...organisation]);
  const holders = await Promise.all(
    [...known].map(async (role): Promise<[string, readonly string[]]> => {
      return [role, named.includes(role) ? [...(await idsOf(store, `role:${role}`))] : []];
    }),
  );
  return new Map(holders);
}

async function teamsOf(
  store: Store,
  named: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const docs = await store.aggregates.loadMany<TeamState>(named.map((id) => streamId('team', id)));
  return new Map(docs.map(({ _id, state }) => [idInStream(_id), state.members]));
}

/** Everybody may submit unless the definition says who. */
async function submittersOf(store: Store, { who }: Definition): Promise<ReadonlySet<string> | undefined> {
  if (who === undefined) return undefined;
  const holders = await Promise.all(who.submit.map((role) => idsOf(store, `role:${role}`)));
  return new Set(holders.flatMap((ids) => [...ids]));
}
