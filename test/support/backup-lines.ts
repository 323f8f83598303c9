import { nativeHasher } from '../../server/connectors/native-hasher.ts';
import { createSecretBox } from '../../server/connectors/secret-box.ts';
import { verifySignature } from '../../server/connectors/verify-signature.ts';
import type { Store } from '../../server/ports/store.ts';
import { projectionsOf } from '../../server/projections.ts';
import { type Restored, restoreBackup } from '../../server/use-cases/backup/restore-backup.ts';
import { writeBackup } from '../../server/use-cases/backup/write-backup.ts';
import { createCheckpointSigner } from '../../server/use-cases/log/checkpoints.ts';
import { installationKey } from '../../server/use-cases/log/installation-key.ts';
import { countingIds } from './counting-ids.ts';

/** The secret of every installation of these tests. */
export const secretBox = createSecretBox('a secret of more than thirty-two characters');

/** A backup of a store as lines; `each` sees every line before the next is asked for. */
export async function backupLines(
  store: Store,
  now: number,
  each: (line: string) => Promise<void> = async () => undefined,
): Promise<string[]> {
  const key = await installationKey(store.records, secretBox);
  await createCheckpointSigner(store, key).sign(now, true);
  const lines: string[] = [];
  await writeBackup({ store, clock: { now: () => now }, key, hasher: nativeHasher }, async (line) => {
    lines.push(line);
    await each(line);
  });
  return lines;
}

/** Restores lines into a store. */
export function restoreLines(store: Store, lines: readonly string[], now: number): Promise<Restored> {
  return restoreBackup(
    {
      store,
      clock: { now: () => now },
      ids: countingIds('restore'),
      sealer: secretBox,
      hasher: nativeHasher,
      verifySignature,
      projections: projectionsOf(store),
      say: () => undefined,
    },
    async function* () {
      yield* lines;
    },
  );
}
