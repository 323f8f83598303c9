import { z } from 'zod';
import { nativeHasher } from '../../connectors/native-hasher.ts';
import { writeBackup } from '../../use-cases/backup/write-backup.ts';
import { createLineFile } from '../line-file.ts';
import { type Operation, readArgs } from './operation.ts';

const argsSchema = z.strictObject({ file: z.string().startsWith('/', 'Name the file by its whole path.') });

/** Writes a backup `{file}` while the product goes on; answers what it holds. */
export const backUp: Operation = async ({ store, clock, key, services, checkpoints }, args) => {
  const { file } = readArgs(argsSchema, args);
  const target = await createLineFile(file);
  try {
    await services.sequencer.flush();
    // What was acknowledged before this moment is covered by a checkpoint of the backup.
    await checkpoints.sign(clock.now(), true);
    const end = await writeBackup({ store, clock, key, hasher: nativeHasher }, (line) => target.line(line));
    await target.finish();
    return { file, ...end };
  } catch (error) {
    await target.discard().catch(() => undefined);
    throw error;
  }
};
