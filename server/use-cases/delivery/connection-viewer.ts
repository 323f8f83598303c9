import type { Viewer } from '../../../domain/access/viewer.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { ConnectionState } from '../../../domain/stream/connection/connection-stream.ts';
import { type SystemRole, systemRoles } from '../../../domain/stream/person/person-state.ts';

const isSystemRole = (role: string): role is SystemRole => (systemRoles as readonly string[]).includes(role);

/** A connection as rights see it: a service identity of its own that holds the connection's roles and nothing else. */
export function connectionViewer({ _id, state }: Pick<Aggregate<ConnectionState>, '_id' | 'state'>): Viewer {
  return {
    personId: _id,
    kind: 'service',
    systemRoles: state.roles.filter(isSystemRole),
    roles: state.roles.filter((role) => !isSystemRole(role)),
    teams: [],
    pools: [],
    scopes: null,
  };
}
