import type { SystemRole } from '../stream/person/person-state.ts';
import { caseDeeds, caseGrants } from './case-grants.ts';
import { type Grant, plainGrants } from './plain-grants.ts';
import type { Rule } from './rule.ts';
import type { SubjectName } from './subjects.ts';
import type { Viewer } from './viewer.ts';

/** What may be done to the things of one kind, and to which of them. */
export interface RoleGrant {
  readonly subject: SubjectName;
  readonly actions: readonly string[];
  /** Only things for which one of these holds, `me` standing for whoever asks and `mine` for a team of theirs; empty: all of them. */
  readonly conditions: readonly Rule['conditions'][];
}

const somebody: Viewer = {
  ...{ personId: 'me', kind: 'person', systemRoles: [], roles: [], teams: ['mine'], pools: [] },
  scopes: null,
};

/** What holding a system role allows by itself, or, for null, what everybody may; what ties to a single case allow stands in `caseGrants`. */
export function grantsOfRole(role: SystemRole | null): RoleGrant[] {
  const plain = plainGrants.filter(({ to }) =>
    role === null ? to === undefined : to?.includes(role) === true,
  );
  return [...casesOf(role), ...plain.map(roleGrant)];
}

const roleGrant = ({ subject, actions, where }: Grant): RoleGrant => ({
  subject,
  actions,
  conditions: where?.(somebody) ?? [],
});

/** Administrators and auditors have a tie to every case, and read each. */
function casesOf(role: SystemRole | null): RoleGrant[] {
  if (role !== 'admin' && role !== 'auditor') return [];
  const deeds = caseDeeds.filter((deed) => caseGrants[deed].to.includes(role));
  return [{ subject: 'Case', actions: ['read', ...deeds], conditions: [] }];
}
