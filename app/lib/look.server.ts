import { keptOwnKeys, type OwnKeys, ownKeysToKeep } from './own-keys.ts';

/** How somebody wants pages to look and listen in this browser. */
export interface Look {
  /** Null follows the system. */
  readonly theme: 'light' | 'dark' | null;
  /** Whether single keys do something. */
  readonly keys: boolean;
  /** Whether every time stands there exactly. */
  readonly exact: boolean;
}

/** Browsers keep a cookie no longer than this, in seconds. */
const keptSeconds = 400 * 86_400;

/** What a browser's cookies say; anything else in them counts as not said. */
export function lookOf(cookies: string | null): Look & { readonly own: OwnKeys } {
  const said = new Map(
    (cookies ?? '').split(';').map((pair): [string, string] => {
      const [name = '', value = ''] = pair.trim().split('=', 2);
      return [name, value];
    }),
  );
  const theme = said.get('signalbox_theme');
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : null,
    keys: said.get('signalbox_keys') !== 'off',
    exact: said.get('signalbox_times') === 'exact',
    own: keptOwnKeys(said.get('signalbox_own_keys') ?? ''),
  };
}

/** The `Set-Cookie` headers that keep a look; what holds without being said is forgotten. */
export function lookCookies({ theme, keys, exact }: Look): readonly [string, string][] {
  return [
    kept('signalbox_theme', theme),
    kept('signalbox_keys', keys ? null : 'off'),
    kept('signalbox_times', exact ? 'exact' : null),
  ];
}

/** The `Set-Cookie` header that keeps somebody's own keys. */
export const ownKeysCookie = (own: OwnKeys): [string, string] =>
  kept('signalbox_own_keys', ownKeysToKeep(own) || null);

const kept = (name: string, value: string | null): [string, string] => [
  'Set-Cookie',
  `${name}=${value ?? ''}; Path=/; Max-Age=${value === null ? 0 : keptSeconds}; SameSite=Lax; HttpOnly`,
];
