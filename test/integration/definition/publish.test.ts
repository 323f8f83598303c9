import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDefinitionCache } from '../../../server/use-cases/definition/definition-cache.ts';
import { publish } from '../../../server/use-cases/definition/publish.ts';
import { getDraft } from '../../../server/use-cases/definition/read-draft.ts';
import { saveDraft } from '../../../server/use-cases/definition/save-draft.ts';
import { definitionFixture, withChange } from '../../support/definition-fixture.ts';
import { type DirectoryRig, directoryRig } from '../../support/directory-rig.ts';

let rig: DirectoryRig;
beforeEach(async () => {
  rig = await directoryRig();
});
afterEach(() => rig.close());

describe('publishing', () => {
  it('makes the draft the live version and lets the draft build on it', async () => {
    const document = definitionFixture();
    await saveDraft(rig.deps, rig.call(), 'vendor', { document, seen: 0 });
    const published = await publish(rig.deps, rig.call(), 'vendor', { reason: 'First version' });
    expect(published).toMatchObject({ n: 1, changed: true, advice: [] });
    const live = await createDefinitionCache(rig.store).live('vendor');
    expect(live.version).toBe(1);
    expect(live.definition.hash).toBe(published.hash);
    expect(live.type).toMatchObject({ slug: 'vendor', title: 'Vendor onboarding', category: 'Procurement' });
    expect(await getDraft(rig.store, 'vendor')).toMatchObject({ rev: 1, base: 1 });
  });

  it('refuses without a reason, and with problems that block', async () => {
    const document = withChange(definitionFixture(), { '/chains/0/default': undefined });
    await saveDraft(rig.deps, rig.call(), 'vendor', { document, seen: 0 });
    await expect(publish(rig.deps, rig.call(), 'vendor', { reason: ' ' })).rejects.toMatchObject({
      code: 'REASON_REQUIRED',
    });
    await expect(publish(rig.deps, rig.call(), 'vendor', { reason: 'try' })).rejects.toMatchObject({
      code: 'DEFINITION_INVALID',
      details: [{ pointer: '/chains/0/default' }],
    });
  });
});
