import type { SystemRole } from '../../domain/stream/person/person-state.ts';

/** What the product's own roles are called. */
export const systemRoleTitles: Readonly<Record<SystemRole, string>> = {
  requester: 'Requester',
  agent: 'Handler',
  approver: 'Approver',
  designer: 'Designer',
  auditor: 'Auditor',
  admin: 'Administrator',
};

/** What a role is called when it is one of the product's own; undefined for any other. */
export function systemRoleTitle(role: string): string | undefined {
  return Object.hasOwn(systemRoleTitles, role) ? systemRoleTitles[role as SystemRole] : undefined;
}
