import type { Viewer } from '../../../../domain/access/viewer.ts';

/** Somebody with nothing but an id; whatever is given replaces that. */
export function viewerOf(more: Partial<Viewer> = {}): Viewer {
  return {
    personId: 'me',
    kind: 'person',
    systemRoles: ['requester'],
    roles: [],
    teams: [],
    pools: [],
    scopes: null,
    ...more,
  };
}
