import { DomainError } from '../../../domain/error/domain-error.ts';
import {
  type InstallationState,
  installationId,
} from '../../../domain/stream/installation/installation-stream.ts';
import { isSystemRole } from '../../../domain/stream/person/commands/roles.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import type { Store } from '../../ports/store.ts';

/**
 * Passes when the installation knows every business role; any will do as long as there is no installation on record.
 * @throws DomainError VALIDATION_FAILED.
 */
export async function requireKnownRoles(store: Store, roles: unknown): Promise<void> {
  const asked = (Array.isArray(roles) ? roles.map(String) : []).filter((role) => !isSystemRole(role));
  if (asked.length === 0) return;
  const installation = await store.aggregates.load<InstallationState>(
    streamId('installation', installationId),
  );
  if (installation === undefined) return;
  const known = new Set(installation.state.businessRoles.map(({ id }) => id));
  const unknown = asked.filter((role) => !known.has(role));
  if (unknown.length === 0) return;
  throw new DomainError('VALIDATION_FAILED', 'This role is not one of the organisation.', {
    details: unknown.map((role) => ({
      pointer: '/roles',
      detail: `There is no role “${role}”. Add it to the installation first.`,
    })),
  });
}
