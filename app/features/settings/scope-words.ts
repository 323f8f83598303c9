import type { Scope } from '../../../domain/access/scopes.ts';

/** What a token may be narrowed to, in words. */
export const scopeWords: Readonly<Record<Scope, { readonly label: string; readonly hint: string }>> = {
  'cases:read': { label: 'Read cases', hint: 'Those its owner may read.' },
  'cases:write': { label: 'Work on cases', hint: 'Submit, decide, comment; reading included.' },
  'definitions:read': { label: 'Read request types', hint: 'Every version, with rules and forms.' },
  'definitions:write': { label: 'Change request types', hint: 'Drafts, publishing, rolling back.' },
  'directory:read': { label: 'Read the directory', hint: 'People, teams, pools, calendars.' },
  'directory:write': { label: 'Change the directory', hint: 'People, leave, pools, tokens.' },
  'connections:read': { label: 'Read connections', hint: 'And what was delivered.' },
  'connections:write': { label: 'Change connections', hint: 'And send deliveries again.' },
  'log:read': { label: 'Read the log', hint: 'Decisions, access, exports.' },
  'metrics:read': { label: 'Read numbers', hint: 'For dashboards.' },
  admin: { label: 'Everything its owner may do', hint: 'Choose it only where nothing narrower will do.' },
};

/** What a token reaches, as one line. */
export function reachOf(scopes: readonly string[]): string {
  const words = scopes.map((scope) =>
    Object.hasOwn(scopeWords, scope) ? scopeWords[scope as Scope].label : scope,
  );
  const [first = 'nothing', ...rest] = words;
  return [first, ...rest.map((word) => word.charAt(0).toLowerCase() + word.slice(1))].join(', ');
}
