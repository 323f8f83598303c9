import { maybe, must } from '../../lib/api.server.ts';
import type { AppContext } from '../../lib/app-context.ts';
import { systemRoleTitle } from '../../lib/system-role-titles.ts';
import type { Config, ConfigField } from './config-fields.ts';
import { configFields, configValues } from './config-fields.ts';
import { choiceWords, eventKinds, eventWords, fieldWords, secretWords } from './connection-words.ts';

/** A connection as the API answers it. */
export interface AnsweredConnection {
  readonly id: string;
  readonly rev: number;
  readonly active: boolean;
  readonly createdAt: number;
  readonly plugin: string;
  readonly title: string;
  readonly config: Config;
  readonly secretNames: readonly string[];
  readonly roles: readonly string[];
  readonly eventKinds: readonly string[];
  readonly types: readonly string[];
  readonly paused: boolean;
  readonly advice: string | null;
}

/** A plugin as the API answers it. */
export interface AnsweredPlugin {
  readonly id: string;
  readonly title: string;
  readonly follows: boolean;
  readonly maps: boolean;
  readonly eventKinds: readonly string[] | null;
  readonly secretNames: readonly string[];
  readonly checks: boolean;
  readonly receives: boolean;
  readonly config: unknown;
}

/** Every plugin of this installation. */
export async function pluginsOf(context: AppContext): Promise<readonly AnsweredPlugin[]> {
  return (await must<{ readonly items: readonly AnsweredPlugin[] }>(context, 'listPlugins')).items;
}

interface Roles {
  readonly items: readonly { readonly id: string; readonly title: string | null }[];
}

interface Types {
  readonly items: readonly { readonly slug: string; readonly title: string }[];
}

/** What the form of a connection offers, with what stands there now. */
export async function formOf(context: AppContext, plugin: AnsweredPlugin, now?: AnsweredConnection) {
  const [roles, types] = await Promise.all([
    maybe<Roles>(context, 'listRoles'),
    maybe<Types>(context, 'listRequestTypes', { query: { view: 'all', limit: 200 } }),
  ]);
  const fields = configFields(plugin.config);
  const kinds = plugin.eventKinds ?? eventKinds;
  return {
    fields: fields.map(shownField),
    values: configValues(fields, now?.config ?? {}),
    follows: plugin.follows,
    maps: plugin.maps,
    events: options([...kinds, ...(now?.eventKinds ?? [])], eventWords),
    roles: options([...(roles?.items.map(({ id }) => id) ?? []), ...(now?.roles ?? [])], (id) =>
      titleOf(roles, id),
    ),
    types: options(
      [...(types?.items.map(({ slug }) => slug) ?? []), ...(now?.types ?? [])],
      (slug) => types?.items.find((type) => type.slug === slug)?.title ?? slug,
    ),
    secrets: plugin.secretNames.map((name) => ({ name, ...secretWords(name) })),
    chosen: { events: now?.eventKinds ?? [], roles: now?.roles ?? [], types: now?.types ?? [] },
  };
}

/** What the form of a connection offers. */
export type ConnectionFormView = Awaited<ReturnType<typeof formOf>>;

const titleOf = (roles: Roles | null, id: string): string =>
  roles?.items.find((role) => role.id === id)?.title ?? systemRoleTitle(id) ?? id;

const options = (values: readonly string[], label: (value: string) => string) =>
  [...new Set(values)].map((value) => ({ value, label: label(value) }));

function shownField({ name, kind, options: values, required, standard, only }: ConfigField) {
  const { label, hint } = fieldWords(name);
  return {
    ...{ name, kind, required: required && standard === '', standard, conditional: only.length > 0 },
    ...{ label, hint: hint ?? null },
    options: values.map((value) => ({ value, label: choiceWords(value) })),
  };
}

/** What a connection in use lacks, in words for people: the names that programs use are left out. */
export const lackOf = ({ active, advice }: AnsweredConnection): string | null =>
  active && advice !== null ? advice.replaceAll(/ \(\w+\)/g, '') : null;

/** Where a connection leads, as far as its configuration says. */
export function addressOf({ config }: AnsweredConnection): string | null {
  const address = config['url'] ?? config['baseUrl'] ?? config['from'];
  return typeof address === 'string' ? address : null;
}
