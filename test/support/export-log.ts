import { createExportWriter } from '../../domain/ledger/export-writer.ts';
import { createVerifier } from '../../domain/ledger/verify-export.ts';
import type { Report } from '../../domain/ledger/verify-report.ts';
import { nativeHasher } from '../../server/connectors/native-hasher.ts';
import { verifySignature } from '../../server/connectors/verify-signature.ts';
import type { Store } from '../../server/ports/store.ts';
import { checkpointsBehind, generationOf } from '../../server/use-cases/log/checkpoints.ts';
import type { InstallationKey } from '../../server/use-cases/log/installation-key.ts';

/** A complete export of a store's log, line by line. */
export async function exportLog(store: Store, key: InstallationKey): Promise<string[]> {
  const to = await store.log.end();
  const writer = createExportWriter(
    {
      format: 'signalbox-log',
      version: 1,
      generation: await generationOf(store),
      complete: true,
      from: 1,
      to,
      publicKey: key.publicKey,
      exportedAt: 0,
    },
    key.sign,
  );
  const checkpoints = await checkpointsBehind(store.records, 0, 10_000);
  const lines = [writer.header()];
  for (const row of await store.log.read(0, to)) {
    lines.push(writer.row(row));
    for (const signed of checkpoints.filter(({ checkpoint }) => checkpoint.size === row.position))
      lines.push(writer.checkpoint(signed));
  }
  return [...lines, writer.trailer()];
}

/** What the offline verifier says of lines. */
export function verifyLines(lines: readonly string[]): Report {
  const verifier = createVerifier({ verifySignature, hasher: nativeHasher });
  for (const line of lines) verifier.line(line);
  return verifier.end();
}
