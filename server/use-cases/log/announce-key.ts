import { installationObject } from '../../../domain/stream/installation/installation-object.ts';
import {
  type InstallationState,
  installationId,
} from '../../../domain/stream/installation/installation-stream.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import type { CommandDeps } from '../command/deps.ts';
import { patchObject } from '../directory/write-object.ts';
import type { InstallationKey } from './installation-key.ts';

/** Enters the public key into the log, where the installation is on record and names another or none; answers whether it did. */
export async function announceKey(deps: CommandDeps, { publicKey }: InstallationKey): Promise<boolean> {
  const stream = streamId('installation', installationId);
  const doc = await deps.store.aggregates.load<InstallationState>(stream);
  if (doc === undefined || doc.state.publicKey === publicKey) return false;
  await patchObject(
    deps,
    installationObject,
    // Of two processes at once the second finds the first one's command.
    {
      actor: { kind: 'system', id: 'checkpoints' },
      command: { id: `key:${publicKey.slice(-12)}:${doc.rev}`, body: publicKey },
    },
    {
      id: installationId,
      fields: { publicKey },
      reason: 'Checkpoints and exports are signed with this key.',
    },
  );
  return true;
}
