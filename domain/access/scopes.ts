/** What a token may be narrowed to; `…:write` reads as well, and `admin` is all the person may do. */
export const tokenScopes = [
  'cases:read',
  'cases:write',
  'definitions:read',
  'definitions:write',
  'directory:read',
  'directory:write',
  'connections:read',
  'connections:write',
  'log:read',
  'metrics:read',
  'admin',
] as const;
export type Scope = (typeof tokenScopes)[number];

/** True when a text names a scope. */
export function isScope(text: string): text is Scope {
  return (tokenScopes as readonly string[]).includes(text);
}

/** True when the scopes let this much through: the scope itself, `admin`, or writing where reading is asked; null lets everything through. */
export function covers(scopes: readonly Scope[] | null, needed: Scope): boolean {
  if (scopes === null || scopes.includes('admin') || scopes.includes(needed)) return true;
  return needed.endsWith(':read') && scopes.some((scope) => scope === `${needed.slice(0, -5)}:write`);
}

/** The scope that is enough for reading where this one is needed for more. */
export function readScopeOf(scope: Scope): Scope {
  return scope === 'directory:write'
    ? 'directory:read'
    : scope === 'connections:write'
      ? 'connections:read'
      : scope;
}
