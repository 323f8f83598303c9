import { DomainError } from '../../../domain/error/domain-error.ts';
import { decideCreate, decidePatch } from '../../../domain/stream/directory/decide-directory.ts';
import { installationObject } from '../../../domain/stream/installation/installation-object.ts';
import {
  type InstallationState,
  installationId,
  installationStream,
} from '../../../domain/stream/installation/installation-stream.ts';
import { isSystemRole } from '../../../domain/stream/person/commands/roles.ts';
import type { PersonState } from '../../../domain/stream/person/person-state.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import type { CommandDeps } from '../command/deps.ts';
import type { CommandResult } from '../command/run-command.ts';
import { changeDirectory, type DirectoryCall } from './directory-call.ts';
import { loadList } from './list-pages.ts';

/** A role of the organisation, as definitions name it and as people read it, and why there is to be one. */
export interface NamedRole {
  readonly id: string;
  readonly title: string;
  readonly reason: string;
}

/**
 * Names a role of the organisation, so that it can be given to people. The first one puts the installation on record, with the roles
 * that people hold already: from then on no other role is taken for one of the organisation.
 * @throws DomainError CONFLICT when there is such a role, VALIDATION_FAILED, NOT_ALLOWED.
 */
export function nameRole(
  deps: CommandDeps,
  call: DirectoryCall,
  { id, title, reason }: NamedRole,
): Promise<CommandResult<InstallationState>> {
  return changeDirectory(deps, call, {
    spec: installationStream,
    stream: streamId('installation', installationId),
    on: 'either',
    decide: async (state, { rev }) => {
      const { businessRoles } = state;
      if (isSystemRole(id) || businessRoles.some((role) => role.id === id)) throw taken(id);
      const about = { id: installationId, reason, now: deps.clock.now() };
      const named = [...businessRoles, { id, title }];
      if (rev > 0)
        return decidePatch(installationObject, state, { ...about, fields: { businessRoles: named } });
      const others = (await rolesHeld(deps)).filter((role) => role !== id);
      const all = [...others.map((role) => ({ id: role, title: role })), ...named];
      return decideCreate(installationObject, {
        ...about,
        fields: { name: 'Signalbox', businessRoles: all },
      });
    },
  });
}

async function rolesHeld({ store }: CommandDeps): Promise<string[]> {
  const people = await loadList<PersonState>(store.aggregates, 'person');
  return [...new Set(people.flatMap(({ state }) => state.roles))].sort();
}

function taken(id: string): DomainError {
  return new DomainError('CONFLICT', `There is a role “${id}” already.`, {
    details: [{ pointer: '/id', detail: 'Give another id.' }],
  });
}
