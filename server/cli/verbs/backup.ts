import { resolve } from 'node:path';
import type { BackupEnd } from '../../use-cases/backup/backup-format.ts';
import { operate } from '../operate.ts';
import type { Verb } from '../verb.ts';

/** `signalbox backup`: everything into one file, while the product goes on. */
export const backupVerb: Verb = {
  usage: `signalbox backup <file> [--json]

Writes everything durable to one new file (JSON Lines, signed), while the product goes on: log, documents, records, blobs.
What is sealed in it opens only under the same SIGNALBOX_SECRET: keep that too, apart from the file.`,
  options: {},
  words: { least: 1, most: 1 },
  async run(call) {
    const [file = ''] = call.words;
    const written = (await operate(call, 'back-up', { file: resolve(file) })) as Pick<
      BackupEnd,
      keyof BackupEnd
    >;
    const { position, aggregates, records, blobs } = written;
    if (call.json) call.io.out(`${JSON.stringify(written)}\n`);
    else {
      const counts = `${aggregates} documents, ${records} records and ${blobs} blobs`;
      call.io.out(`${resolve(file)} holds the log up to ${position}, ${counts}.\n`);
    }
    return 0;
  },
};
