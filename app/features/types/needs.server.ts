import type { Need } from '../../../domain/definition/needs-of.ts';
import { maybe, whoever } from '../../lib/api.server.ts';
import type { AppContext } from '../../lib/app-context.ts';
import { systemRoleTitle } from '../../lib/system-role-titles.ts';
import { titleFromId } from './title-from-id.ts';

/** Things of one kind that are made alike: what becomes of them, and what they will be called. */
export interface NeedGroup {
  readonly id: string;
  readonly title: string;
  readonly how: string;
  readonly names: readonly string[];
}

/** What a draft needs of the organisation and does not find there, as its page says it. */
export interface DraftNeeds {
  readonly groups: readonly NeedGroup[];
  /** What nobody can make by a button, since it holds addresses and secrets. */
  readonly connections: readonly string[];
  /** Whether the reader may make the rest. */
  readonly may: boolean;
  /** Who may, for readers who may not. */
  readonly administrators: readonly string[];
  /** Who could sign beside the reader, where an approval needs a second person; null where none does. */
  readonly seconds: readonly { readonly id: string; readonly label: string }[] | null;
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly kind?: string;
  readonly active?: boolean;
}

/** What is missing for a draft; null where nothing is, or for whoever may not read it. */
export async function needsOfDraft(context: AppContext, slug: string): Promise<DraftNeeds | null> {
  const { id: me, roles, zone } = whoever(context);
  const answer = await maybe<{ readonly items: readonly Need[] }>(context, 'listDraftNeeds', {
    params: { slug },
  });
  const needs = answer?.items ?? [];
  if (needs.length === 0) return null;
  const may = roles.includes('admin');
  return {
    groups: groupsOf(needs, zone),
    connections: needs.filter(({ kind }) => kind === 'connection').map(({ id }) => id),
    may,
    administrators: may ? [] : await administrators(context),
    seconds: needs.some(({ second }) => second) ? await seconds(context, me) : null,
  };
}

async function administrators(context: AppContext): Promise<string[]> {
  const known = await maybe<{
    readonly items: readonly { readonly id: string; readonly people: readonly Named[] }[];
  }>(context, 'listRoles');
  return known?.items.find(({ id }) => id === 'admin')?.people.map(({ name }) => name) ?? [];
}

async function seconds(context: AppContext, me: string) {
  const people = await maybe<{ readonly items: readonly Named[] }>(context, 'listPeople', {
    query: { limit: 200 },
  });
  return (people?.items ?? [])
    .filter(({ id, kind, active }) => id !== me && kind !== 'service' && active !== false)
    .map(({ id, name }) => ({ id, label: name }));
}

/** A need by the title it has or will get. */
export function needTitle({ kind, id }: Pick<Need, 'kind' | 'id'>): string {
  return (kind === 'role' ? systemRoleTitle(id) : undefined) ?? titleFromId(id);
}

function groupsOf(needs: readonly Need[], zone: string): NeedGroup[] {
  const ways: readonly (readonly [kind: Need['kind'], lack: Need['lack'], title: string, how: string])[] = [
    ['role', 'missing', 'Roles', 'are not there: named, and given to you'],
    ['role', 'nobody', 'Roles nobody holds', 'given to you'],
    ['role', 'alone', 'Roles one person holds', 'given to you and to whoever signs beside you'],
    ['calendar', 'missing', 'Calendars', `made, Monday to Friday, 09:00 to 17:00, time of ${zone}`],
    ['team', 'missing', 'Teams', 'made, with you in them'],
    ['team', 'nobody', 'Teams without members', 'you join them'],
    ['team', 'alone', 'Teams of one', 'you and whoever signs beside you join them'],
    ['pool', 'missing', 'Pools', 'made, with you in them'],
    ['pool', 'nobody', 'Pools without members', 'you join them'],
  ];
  return ways.flatMap(([kind, lack, title, how]) => {
    const names = needs.filter((need) => need.kind === kind && need.lack === lack).map(needTitle);
    return names.length === 0 ? [] : [{ id: `${kind}-${lack}`, title, how, names }];
  });
}
