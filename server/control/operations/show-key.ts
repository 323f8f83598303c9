import { keyFingerprint } from '../../connectors/verify-signature.ts';
import type { Operation } from './operation.ts';

/** Answers the public key the log is signed with: `{publicKey, fingerprint}`. */
export const showKey: Operation = async ({ key: { publicKey } }) => ({
  publicKey,
  fingerprint: keyFingerprint(publicKey),
});
