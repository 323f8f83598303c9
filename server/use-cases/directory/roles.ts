import type { Decision } from '../../../domain/stream/decision.ts';
import {
  decideGrantRole,
  decideRevokeRole,
  isSystemRole,
} from '../../../domain/stream/person/commands/roles.ts';
import type { PersonState } from '../../../domain/stream/person/person-state.ts';
import { signersEffect } from '../case/new-signers.ts';
import type { CommandDeps } from '../command/deps.ts';
import type { CommandResult } from '../command/run-command.ts';
import { changePerson } from './change-person.ts';
import type { DirectoryCall } from './directory-call.ts';
import { keepingAnAdmin } from './keep-an-admin.ts';
import { requireKnownRoles } from './require-known-roles.ts';

/** A role of a person, to be granted or revoked, and why. */
export interface RoleRequest {
  readonly person: string;
  readonly role: string;
  readonly reason: string;
}

/** Grants a system or business role. @throws DomainError NOT_FOUND, REASON_REQUIRED, VALIDATION_FAILED for a role nobody knows. */
export function grantRole(
  deps: CommandDeps,
  call: DirectoryCall,
  request: RoleRequest,
): Promise<CommandResult<PersonState>> {
  return changePerson(deps, call, request.person, async (state, { rev }) => {
    await requireKnownRoles(deps.store, [request.role]);
    return asking(deps, request, decideGrantRole(state, request), rev);
  });
}

/** Revokes a role. @throws DomainError NOT_FOUND, REASON_REQUIRED, IN_USE for the last administrator. */
export function revokeRole(
  deps: CommandDeps,
  call: DirectoryCall,
  request: RoleRequest,
): Promise<CommandResult<PersonState>> {
  return keepingAnAdmin(deps.store, request.person, (requireAnother) =>
    changePerson(deps, call, request.person, async (state, { rev }) => {
      const decision = decideRevokeRole(state, request);
      if (request.role === 'admin' && state.active && decision.events.length > 0) await requireAnother();
      return asking(deps, request, decision, rev);
    }),
  );
}

/** Gates that ask by a role ask those who have it from now on. */
function asking({ clock }: CommandDeps, { role }: RoleRequest, decision: Decision, rev: number): Decision {
  if (decision.events.length === 0 || isSystemRole(role)) return decision;
  return {
    ...decision,
    effects: [signersEffect({ sources: [`role:${role}`] }, { now: clock.now(), once: rev + 1 })],
  };
}
