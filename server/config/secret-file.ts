import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** The secret kept in a data directory, or why it cannot be used. */
export type SecretFile = { readonly secret: string } | { readonly problem: string };

/** Reads the file `secret` of a data directory; makes it (mode 0600, 384 random bits) and the directory where there is none. */
export function readSecretFile(dataDir: string): SecretFile {
  const path = join(dataDir, 'secret');
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const secret = readIfThere(path) ?? createSecret(path);
    if (secret.length < 32)
      return { problem: `The file ${path} does not hold a secret of 32 characters or more.` };
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
      return { problem: `The file ${path} can be read by others. Run: chmod 600 ${path}` };
    }
    return { secret };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { problem: `The secret in SIGNALBOX_DATA cannot be read or made: ${why}` };
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written whole beside its place and then linked there: two starts at once agree on one secret, and a crash leaves none half written. */
function createSecret(path: string): string {
  const secret = randomBytes(48).toString('base64url');
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const file = openSync(draft, 'wx', 0o600);
  try {
    writeSync(file, `${secret}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  try {
    linkSync(draft, path);
    return secret;
  } catch (error) {
    const winner = readIfThere(path);
    if (winner === undefined) throw error;
    return winner;
  } finally {
    unlinkSync(draft);
  }
}
