import { canonicalJson } from '../hash/canonical-json.ts';
import { type Hasher, pureHasher } from './hasher.ts';
import { hasExactly, isCount, isHash, isRecord } from './shape.ts';

/** What a checkpoint says of the log: its first `size` rows have this tree hash. */
export interface CheckpointContent {
  readonly size: number;
  /** RFC 9162 tree hash (hex) of the first `size` rows. */
  readonly root: string;
  /** Hash of the checkpoint before this one; null for the first. */
  readonly previous: string | null;
  /** 1 to begin with; a restore from a backup raises it. */
  readonly generation: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** A checkpoint and the Ed25519 signature (base64) of its text. */
export interface SignedCheckpoint {
  readonly checkpoint: CheckpointContent;
  readonly signature: string;
}

/** Signs a text with the installation's key: base64 of the 64 bytes of Ed25519 over the text's UTF-8. */
export type Sign = (text: string) => string;

/** Whether `signature` (base64) is Ed25519 of the text's UTF-8 under `publicKey` (base64 of its SPKI form, RFC 8410); never throws. */
export type VerifySignature = (publicKey: string, text: string, signature: string) => boolean;

/** The text that is signed: a first line that keeps it apart from anything else the key signs, then JCS of the content. */
export function checkpointText(content: CheckpointContent): string {
  const { size, root, previous, generation, at } = content;
  return `signalbox checkpoint v1\n${canonicalJson({ size, root, previous, generation, at })}`;
}

/** The hash (hex) by which the next checkpoint names this one: SHA-256 of the text that is signed. */
export function checkpointHash(content: CheckpointContent, hasher: Hasher = pureHasher): string {
  return hasher.hex(checkpointText(content));
}

/** The checkpoint under the installation's signature. */
export function signCheckpoint(content: CheckpointContent, sign: Sign): SignedCheckpoint {
  return { checkpoint: content, signature: sign(checkpointText(content)) };
}

/** Whether the signature is the key's over exactly this content. */
export function verifyCheckpoint(
  publicKey: string,
  signed: SignedCheckpoint,
  verify: VerifySignature,
): boolean {
  return verify(publicKey, checkpointText(signed.checkpoint), signed.signature);
}

/** The value as a signed checkpoint when it has exactly that shape; undefined otherwise. */
export function readCheckpoint(value: unknown): SignedCheckpoint | undefined {
  if (!isRecord(value) || !hasExactly(value, ['checkpoint', 'signature'])) return undefined;
  const { checkpoint: content, signature } = value;
  if (typeof signature !== 'string' || !isRecord(content)) return undefined;
  if (!hasExactly(content, ['at', 'generation', 'previous', 'root', 'size'])) return undefined;
  const { size, root, previous, generation, at } = content;
  if (!isCount(size) || !isCount(generation) || !isCount(at) || !isHash(root)) return undefined;
  if (previous !== null && !isHash(previous)) return undefined;
  return { checkpoint: { size, root, previous, generation, at }, signature };
}
