import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nameRole } from '../../../server/use-cases/directory/name-role.ts';
import { requireKnownRoles } from '../../../server/use-cases/directory/require-known-roles.ts';
import { type DirectoryRig, directoryRig } from '../../support/directory-rig.ts';

let rig: DirectoryRig;
beforeEach(async () => {
  rig = await directoryRig();
});
afterEach(() => rig.close());

describe('naming the first role of an organisation', () => {
  it('keeps the roles that people hold already, and from then on knows no other', async () => {
    await rig.create('person', 'ana', { name: 'Ana', roles: ['old-lead'] });
    await requireKnownRoles(rig.store, ['anything']);
    await nameRole(rig.deps, rig.call(), { id: 'it-lead', title: 'IT lead', reason: 'Needed by Access' });
    await requireKnownRoles(rig.store, ['it-lead', 'old-lead']);
    await expect(requireKnownRoles(rig.store, ['anything'])).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
    });
    await nameRole(rig.deps, rig.call(), { id: 'hr-lead', title: 'HR lead', reason: 'Needed by Leave' });
    await requireKnownRoles(rig.store, ['it-lead', 'old-lead', 'hr-lead']);
  });

  it('asks why as soon as there are others', async () => {
    await nameRole(rig.deps, rig.call(), { id: 'it-lead', title: 'IT lead', reason: '' });
    const again = nameRole(rig.deps, rig.call(), { id: 'hr-lead', title: 'HR lead', reason: ' ' });
    await expect(again).rejects.toMatchObject({ code: 'REASON_REQUIRED' });
  });
});
