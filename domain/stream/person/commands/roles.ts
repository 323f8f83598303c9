import { z } from 'zod';
import { DomainError } from '../../../error/domain-error.ts';
import { roleNameSchema } from '../../../workflow/role-ref-schema.ts';
import { type Decision, nothingDecided } from '../../decision.ts';
import { requireReason, whyIn } from '../../directory/decide-directory.ts';
import { readBy } from '../../directory/read-fields.ts';
import type { NewEvent } from '../../event.ts';
import { type PersonState, systemRoles } from '../person-state.ts';

/** A role to be granted or revoked, and why. */
export interface RoleCommand {
  readonly role: string;
  readonly reason: string;
}

/** The most business roles one person has. */
const rolesLimit = 50;

const systemRoleSchema = z.enum(systemRoles);

/** Whether a role is one of the product's own. */
export function isSystemRole(role: string): boolean {
  return systemRoleSchema.safeParse(role).success;
}

/**
 * Grants a system or business role, with a reason; nothing when the person has it.
 * @throws DomainError VALIDATION_FAILED, REASON_REQUIRED, LIMIT_EXCEEDED.
 */
export function decideGrantRole(state: PersonState, command: RoleCommand): Decision {
  const role = readBy(roleNameSchema, command.role, '/role');
  requireReason(command.reason);
  if (holds(state, role)) return nothingDecided;
  if (!isSystemRole(role) && state.roles.length >= rolesLimit)
    throw new DomainError('LIMIT_EXCEEDED', `A person has ${rolesLimit} business roles at most.`);
  return { events: [event('role-granted', role, command.reason)] };
}

/** Revokes a role, with a reason; nothing when the person does not have it. @throws DomainError REASON_REQUIRED. */
export function decideRevokeRole(state: PersonState, command: RoleCommand): Decision {
  requireReason(command.reason);
  if (!holds(state, command.role)) return nothingDecided;
  return { events: [event('role-revoked', command.role, command.reason)] };
}

const holds = (state: PersonState, role: string): boolean =>
  (isSystemRole(role) ? state.systemRoles : state.roles).some((held) => held === role);

function event(kind: string, role: string, reason: string): NewEvent {
  return { kind, data: { role, system: isSystemRole(role) }, ...whyIn(reason) };
}
