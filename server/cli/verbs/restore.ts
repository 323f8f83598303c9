import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { Fault } from '../../../domain/error/fault.ts';
import { createRandomIds } from '../../clock/random-ids.ts';
import { readConfig } from '../../config/config.ts';
import { nativeHasher } from '../../connectors/native-hasher.ts';
import { createSecretBox } from '../../connectors/secret-box.ts';
import { verifySignature } from '../../connectors/verify-signature.ts';
import { openEngine } from '../../open-engine.ts';
import { projectionsOf } from '../../projections.ts';
import { restoreBackup } from '../../use-cases/backup/restore-backup.ts';
import { linesOf } from '../read-lines.ts';
import { UsageError, type Verb, type VerbCall } from '../verb.ts';

/** `signalbox restore`: a backup into an empty store of either engine. */
export const restoreVerb: Verb = {
  usage: `signalbox restore <file> [--json]

Restores a backup into the empty store the environment names (SIGNALBOX_DATA, or MONGODB_URL), after verifying all of it.
It needs the SIGNALBOX_SECRET of the installation the backup is of, and the store for itself: stop the product first.
Messages and calls to the outside are held until: signalbox release`,
  options: {},
  words: { least: 1, most: 1 },
  async run(call) {
    const [file = ''] = call.words;
    await access(file).catch(() => {
      throw new UsageError(`${file} cannot be read.`);
    });
    const restored = await restoreFrom(file, call);
    if (call.json) call.io.out(`${JSON.stringify(restored)}\n`);
    else {
      const { from, generation, aggregates, blobs } = restored;
      call.io.out(
        `Restored: the log up to ${from}, ${aggregates} documents, ${blobs} blobs. This is generation ${generation}.\n` +
          'Messages and calls to the outside are held until: signalbox release\n',
      );
    }
    return 0;
  },
};

async function restoreFrom(file: string, { io }: VerbCall) {
  const config = readConfig();
  const engine = await openEngine(config, {
    failed: (what, error) => io.err(`${what}: ${error instanceof Error ? error.message : String(error)}\n`),
  });
  const { store, clock } = engine;
  try {
    return await restoreBackup(
      {
        store,
        clock,
        ids: createRandomIds(clock),
        sealer: createSecretBox(config.secret),
        hasher: nativeHasher,
        verifySignature,
        projections: projectionsOf(store),
        say: (line) => io.err(`${line}\n`),
      },
      () => linesOf(createReadStream(file, { highWaterMark: 1 << 18 })),
    );
  } catch (error) {
    if (!(error instanceof Fault && error.code === 'SECRET_UNREADABLE')) throw error;
    const words = `${error.message} Set SIGNALBOX_SECRET to that of the installation the backup is of (on the embedded store: the file “secret” in its data directory).`;
    throw new Fault(error.code, words, { retryable: false, cause: error });
  } finally {
    await engine.bell.close(0);
    await engine.close();
  }
}
