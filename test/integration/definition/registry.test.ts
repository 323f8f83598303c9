import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkDraft } from '../../../server/use-cases/definition/check-draft.ts';
import type { DefinitionDeps } from '../../../server/use-cases/definition/definition-call.ts';
import { directoryRegistry } from '../../../server/use-cases/definition/directory-registry.ts';
import { publish } from '../../../server/use-cases/definition/publish.ts';
import { saveDraft } from '../../../server/use-cases/definition/save-draft.ts';
import { definitionFixture } from '../../support/definition-fixture.ts';
import { type DirectoryRig, directoryRig } from '../../support/directory-rig.ts';

let rig: DirectoryRig;
beforeEach(async () => {
  rig = await directoryRig();
});
afterEach(() => rig.close());

const save = (document: unknown) => saveDraft(rig.deps, rig.call(), 'vendor', { document, seen: 0 });

describe('checking against the organisation', () => {
  const inOrganisation = (): DefinitionDeps => ({
    ...rig.deps,
    registry: (definition) => directoryRegistry(rig.store, definition),
  });

  it('refuses what does not exist and gates nobody, or one who may ask, can sign', async () => {
    await save(definitionFixture());
    const { problems } = await checkDraft(inOrganisation(), 'vendor');
    const said = problems.map(({ pointer, message }) => `${pointer} ${message}`);
    expect(said).toContain('/queues/0/team There is no team “procurement”.');
    expect(said).toContain('/chains/0/rules/0/to/pool There is no pool procurement-emea.');
    expect(said).toContain('/gates/0/steps/0/approvers Nobody can sign “s1”.');
    await expect(publish(inOrganisation(), rig.call(), 'vendor', { reason: 'x' })).rejects.toMatchObject({
      code: 'DEFINITION_INVALID',
    });
  });

  it('passes where everything is there', async () => {
    await rig.create('installation', 'main', {
      name: 'Acme',
      businessRoles: [
        'procurement-lead',
        'operations-lead',
        'finance-lead',
        'finance-clerk',
        'security-reviewer',
        'finance-approver',
      ].map((id) => ({ id, title: id })),
    });
    await rig.create('calendar', 'hq', {
      title: 'HQ',
      zone: 'UTC',
      alwaysOpen: true,
    });
    const roles = ['procurement-lead', 'finance-lead', 'security-reviewer', 'finance-approver'];
    for (const id of ['ana', 'ben']) {
      await rig.create('person', id, {
        name: id,
        email: `${id}@example.com`,
        zone: 'UTC',
        roles,
        systemRoles: ['requester'],
      });
    }
    await rig.create('team', 'procurement', { title: 'Procurement', members: ['ana', 'ben'] });
    await rig.create('pool', 'procurement-emea', {
      title: 'EMEA',
      strategy: 'round_robin',
      members: [{ person: 'ana', weight: 1 }],
    });
    await save(definitionFixture());
    expect((await checkDraft(inOrganisation(), 'vendor')).problems).toEqual([]);
    await expect(publish(inOrganisation(), rig.call(), 'vendor', { reason: 'x' })).resolves.toMatchObject({
      n: 1,
    });
  });
});
