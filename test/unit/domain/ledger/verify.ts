import type { SignedCheckpoint } from '../../../../domain/ledger/checkpoint.ts';
import { createVerifier } from '../../../../domain/ledger/verify-export.ts';
import type { Report } from '../../../../domain/ledger/verify-report.ts';
import { verifySignature } from '../../../../server/connectors/verify-signature.ts';
import { nodeHasher } from './sample-log.ts';

/** The report on these lines, with what the caller trusts. */
export function verify(
  lines: readonly string[],
  { key, trusted }: { key?: string | undefined; trusted?: SignedCheckpoint | undefined } = {},
): Report {
  const verifier = createVerifier({
    verifySignature,
    hasher: nodeHasher,
    ...(key === undefined ? {} : { expectedPublicKey: key }),
    ...(trusted === undefined ? {} : { trustedCheckpoint: trusted }),
  });
  for (const line of lines) verifier.line(line);
  return verifier.end();
}
