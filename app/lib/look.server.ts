/** How somebody wants pages to look and listen in this browser. */
export interface Look {
  /** Null follows the system. */
  readonly theme: 'light' | 'dark' | null;
  /** Whether single keys do something. */
  readonly keys: boolean;
}

/** Browsers keep a cookie no longer than this, in seconds. */
const keptSeconds = 400 * 86_400;

/** What a browser's cookies say; anything else in them counts as not said. */
export function lookOf(cookies: string | null): Look {
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
  };
}

/** The `Set-Cookie` headers that keep a look; what holds without being said is forgotten. */
export function lookCookies({ theme, keys }: Look): readonly [string, string][] {
  return [kept('signalbox_theme', theme), kept('signalbox_keys', keys ? null : 'off')];
}

const kept = (name: string, value: string | null): [string, string] => [
  'Set-Cookie',
  `${name}=${value ?? ''}; Path=/; Max-Age=${value === null ? 0 : keptSeconds}; SameSite=Lax; HttpOnly`,
];
