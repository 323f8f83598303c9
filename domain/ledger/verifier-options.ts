import type { SignedCheckpoint, VerifySignature } from './checkpoint.ts';
import type { Hasher } from './hasher.ts';

/** What the verifier is told beside the file itself. */
export interface VerifierOptions {
  readonly verifySignature: VerifySignature;
  /** The key the caller trusts (base64 of its SPKI form); without it the one in the file is used, and the report says so. */
  readonly expectedPublicKey?: string;
  /** Whether the key in the file is the one the caller trusts, where they know only its fingerprint. */
  readonly isExpectedKey?: (publicKey: string) => boolean;
  /** A checkpoint the caller kept from earlier: the export must continue it. */
  readonly trustedCheckpoint?: SignedCheckpoint;
  /** Default: the pure one, several times slower than a native one. */
  readonly hasher?: Hasher;
}
