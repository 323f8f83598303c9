import type { SystemRole } from '../stream/person/person-state.ts';
import type { Rule } from './rule.ts';
import type { Scope } from './scopes.ts';
import { type ActionOn, actions, type SubjectName } from './subjects.ts';
import type { Viewer } from './viewer.ts';

/** Who may do what to the things of one kind beside cases. */
export interface Grant {
  readonly subject: Exclude<SubjectName, 'Case'>;
  readonly actions: readonly string[];
  /** Holders of one of these system roles; everybody when it is left out. */
  readonly to?: readonly SystemRole[];
  /** Only things for which one of these holds; all of them when it is left out. */
  readonly where?: (viewer: Viewer) => Rule['conditions'][];
  readonly scope: Scope;
}

function grant<N extends Exclude<SubjectName, 'Case'>>(
  subject: N,
  done: readonly ActionOn<N>[],
  scope: Scope,
  more: Pick<Grant, 'to' | 'where'> = {},
): Grant {
  return { subject, actions: done, scope, ...more };
}

const own = ({ personId }: Viewer) => [{ personId }];
const self = ({ personId }: Viewer) => [{ id: personId }];
const reports = ({ personId }: Viewer) => [{ managerId: personId }];
const submitters = ({ systemRoles, roles }: Viewer) =>
  ['everyone', ...new Set<string>([...systemRoles, ...roles])].map((role) => ({
    live: true,
    submitters: role,
  }));
const working: readonly SystemRole[] = ['agent', 'approver', 'designer', 'auditor', 'admin'];
const designing: readonly SystemRole[] = ['designer', 'admin'];
const checking: readonly SystemRole[] = ['auditor', 'admin'];

const definitions: readonly Grant[] = [
  grant('RequestType', ['read'], 'cases:read', { where: () => [{ live: true }] }),
  grant('RequestType', ['read'], 'definitions:read', { where: () => [{ live: true }] }),
  grant('RequestType', ['read', 'export'], 'definitions:read', { to: ['designer', 'auditor', 'admin'] }),
  grant('RequestType', ['submit'], 'cases:write', { where: submitters }),
  grant('RequestType', ['create', 'update', 'publish', 'rollback', 'retire'], 'definitions:write', {
    to: ['designer'],
  }),
  grant('Draft', ['read', 'check', 'test'], 'definitions:read', { to: ['designer'] }),
  grant('Draft', ['read'], 'definitions:read', { to: checking }),
  grant('Draft', ['create', 'update', 'delete'], 'definitions:write', { to: ['designer'] }),
];

const people: readonly Grant[] = [
  grant('Person', ['read'], 'directory:read'),
  grant('Person', ['recordLeave', 'setAway', 'delegate'], 'directory:write', { where: self }),
  grant('Person', ['recordLeave', 'setAway'], 'directory:write', { where: reports }),
  grant('Person', actions.Person, 'directory:write', { to: ['admin'] }),
  grant('Team', ['read'], 'directory:read'),
  grant('Team', ['create', 'update', 'deactivate'], 'directory:write', { to: ['admin'] }),
  grant('Token', ['read'], 'directory:read', { where: own }),
  grant('Token', ['create', 'revoke'], 'directory:write', { where: own }),
  grant('Token', ['read'], 'directory:read', { to: checking }),
  grant('Token', ['create', 'revoke'], 'directory:write', { to: ['admin'] }),
];

const shared: readonly Grant[] = [
  grant('Calendar', ['read'], 'directory:read'),
  grant('Pool', ['read'], 'directory:read', { to: working }),
  grant('Account', ['read'], 'directory:read', { to: working }),
  grant('Territory', ['read'], 'directory:read', { to: working }),
  grant('Pool', actions.Pool, 'directory:write', { to: designing }),
  grant('Calendar', actions.Calendar, 'directory:write', { to: designing }),
  grant('Account', actions.Account, 'directory:write', { to: designing }),
  grant('Territory', actions.Territory, 'directory:write', { to: designing }),
  grant('Connection', ['read'], 'connections:read', { to: ['designer', ...checking] }),
  grant('Connection', actions.Connection, 'connections:write', { to: ['admin'] }),
  grant('Delivery', ['read'], 'connections:read', { to: checking }),
  grant('Delivery', ['replay'], 'connections:write', { to: ['admin'] }),
];

const installation: readonly Grant[] = [
  grant('Effect', ['read'], 'log:read', { to: checking }),
  grant('Effect', ['redrive', 'cancel'], 'admin', { to: ['admin'] }),
  grant('Log', ['read', 'export', 'verify'], 'log:read', { to: checking }),
  grant('Log', ['erase'], 'admin', { to: ['admin'] }),
  grant('AccessLog', ['read', 'export'], 'log:read', { to: checking }),
  grant('Metrics', ['read', 'export'], 'metrics:read', { to: ['designer', ...checking] }),
  grant('Metrics', ['read'], 'metrics:read', { where: ({ teams }) => teams.map((team) => ({ team })) }),
  grant('Installation', ['read'], 'log:read', { to: ['designer', ...checking] }),
  grant('Installation', ['update', 'backup', 'restore'], 'admin', { to: ['admin'] }),
];

/** Everything that may be done to things other than cases; what is not here, nobody may. */
export const plainGrants: readonly Grant[] = [...definitions, ...people, ...shared, ...installation];
