import {
  type InstallationState,
  installationId,
} from '../../../domain/stream/installation/installation-stream.ts';
import { systemRoles } from '../../../domain/stream/person/person-state.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import { type Endpoint, endpoint } from '../core/endpoint.ts';
import { json } from '../core/reply.ts';
import { jsonAnswer } from '../schemas/common.ts';
import { roleNamesSchema } from '../schemas/directory-schemas.ts';

/** The roles there are. */
export const roleNames: readonly Endpoint[] = [
  endpoint(
    {
      method: 'get',
      path: '/api/v1/roles/names',
      operationId: 'listRoleNames',
      tag: 'People',
      summary:
        'What roles there are: those of the product, and those the organisation named, with their titles',
      answers: { 200: jsonAnswer('The roles', roleNamesSchema) },
    },
    { kind: 'signed-in', because: 'which roles there are says nothing of who holds them' },
    async ({ parts }) => {
      const installation = await parts.deps.store.aggregates.load<InstallationState>(
        streamId('installation', installationId),
      );
      return json({ system: systemRoles, business: installation?.state.businessRoles ?? [] });
    },
  ),
];
