import { randomBytes } from 'node:crypto';
import { createAddressLimits } from '../../../server/identity/address-limits.ts';
import { setPassword } from '../../../server/identity/credentials.ts';
import type { IdentityDeps } from '../../../server/identity/identity-deps.ts';
import type { AccessEntry } from '../../../server/use-cases/access-log/record-access.ts';
import { accessEntry } from '../../../server/use-cases/access-log/record-access.ts';
import { createDirectoryReader } from '../../../server/use-cases/directory/directory-reader.ts';
import { directoryRig } from '../../support/directory-rig.ts';

export const password = 'correct horse battery';
export const address = '192.0.2.7';

/** A directory with ana (agent), whose password is known, and identity over it. */
export async function identityRig() {
  const rig = await directoryRig();
  const deps: IdentityDeps = {
    ...rig.deps,
    ids: { ...rig.deps.ids, salt: () => randomBytes(16).toString('hex') },
    directory: createDirectoryReader({ store: rig.store, coherent: false }),
    limits: createAddressLimits({ attemptsPerMinute: 1_000 }),
  };
  await rig.create('person', 'ana', { name: 'Ana', email: 'ana@example.com', systemRoles: ['agent'] });
  await setPassword(rig.store, 'ana', password, rig.time.now);
  const accesses = async (list = 'all'): Promise<AccessEntry[]> =>
    (await rig.store.records.range('access', list, null, 200)).map(accessEntry);
  return { ...rig, deps, accesses };
}
