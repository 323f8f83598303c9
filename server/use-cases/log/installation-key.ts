import { createPrivateKey, generateKeyPairSync, sign as signWith } from 'node:crypto';
import { assert } from '../../../domain/error/assert.ts';
import type { Sign } from '../../../domain/ledger/checkpoint.ts';
import type { RecordStore } from '../../ports/records.ts';
import type { Sealer } from '../directory/sealer.ts';

/** The installation's Ed25519 key, with which checkpoints and exports are signed. */
export interface InstallationKey {
  /** SPKI in base64, as the verifier takes it. */
  readonly publicKey: string;
  readonly sign: Sign;
}

/** Where the key lies on the shelf `credential`, sealed. */
export const installationKeyId = 'installation-key';
const place = 'installation:main:signing-key';

/**
 * The key of this installation, made and sealed at the first call.
 * @throws Fault SECRET_UNREADABLE when the store was made under another secret.
 */
export async function installationKey(records: RecordStore, sealer: Sealer): Promise<InstallationKey> {
  const kept = (await records.get('credential', installationKeyId)) ?? (await makeKey(records, sealer));
  return openInstallationKey(kept.data, sealer);
}

/** The key in the data of its record. @throws Fault SECRET_UNREADABLE. */
export function openInstallationKey(
  data: Readonly<Record<string, unknown>>,
  sealer: Sealer,
): InstallationKey {
  const key = createPrivateKey({
    key: Buffer.from(sealer.open(String(data['privateKey']), place), 'base64'),
    format: 'der',
    type: 'pkcs8',
  });
  return {
    publicKey: String(data['publicKey']),
    sign: (text) => signWith(null, Buffer.from(text), key).toString('base64'),
  };
}

async function makeKey(records: RecordStore, sealer: Sealer) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const data = {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    privateKey: sealer.seal(privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'), place),
  };
  const record = { _id: installationKeyId, _v: 1, lists: [], sort: '', expiresAt: null, data };
  if (await records.insert('credential', record)) return record;
  // Another process was faster: its key is the installation's.
  const theirs = await records.get('credential', installationKeyId);
  assert(theirs !== undefined, 'a key that was in the way is there');
  return theirs;
}
