import { roleReaders } from '../stream/case/readers-of.ts';
import { covers } from './scopes.ts';
import type { Viewer } from './viewer.ts';

/** The most tokens somebody reads by. */
export const tokensLimit = 32;

const sorted = (prefix: string, names: readonly string[]): string[] =>
  [...new Set(names)].sort().map((name) => `${prefix}:${name}`);

/**
 * The tokens a viewer reads cases by, at most 32: the person first, then roles that read everything, business roles, teams, pools and
 * the other system roles, each by name; beyond the limit the last are left out. None for a token whose scopes do not cover cases.
 */
export function tokensOf(viewer: Viewer): string[] {
  if (!covers(viewer.scopes, 'cases:read')) return [];
  const system = sorted('role', viewer.systemRoles);
  const everything: string[] = roleReaders.filter((token) => system.includes(token));
  const tokens = [
    `person:${viewer.personId}`,
    ...everything,
    ...sorted('role', viewer.roles).filter((token) => !isRoleReader(token)),
    ...sorted('team', viewer.teams),
    ...sorted('pool', viewer.pools),
    ...system,
  ];
  return [...new Set(tokens)].slice(0, tokensLimit);
}

/** True for a token every case carries, whatever it is about. */
export function isRoleReader(token: string): boolean {
  return roleReaders.some((reader) => reader === token);
}

/** The fewest tokens whose lists together hold every case the viewer reads: one that every case carries is enough. */
export function listTokensOf(viewer: Viewer): string[] {
  const tokens = tokensOf(viewer);
  const all = tokens.find(isRoleReader);
  return all === undefined ? tokens : [all];
}
