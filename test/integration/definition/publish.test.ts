import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testDraft } from '../../../server/use-cases/definition/check-draft.ts';
import { createDefinitionCache } from '../../../server/use-cases/definition/definition-cache.ts';
import { publish } from '../../../server/use-cases/definition/publish.ts';
import { getDraft } from '../../../server/use-cases/definition/read-draft.ts';
import {
  getType,
  getVersion,
  listTypes,
  listVersions,
} from '../../../server/use-cases/definition/read-types.ts';
import { rollback } from '../../../server/use-cases/definition/rollback.ts';
import { saveDraft } from '../../../server/use-cases/definition/save-draft.ts';
import { historyOf } from '../../../server/use-cases/directory/read-object.ts';
import { definitionFixture, withChange } from '../../support/definition-fixture.ts';
import { type DirectoryRig, directoryRig } from '../../support/directory-rig.ts';

let rig: DirectoryRig;
beforeEach(async () => {
  rig = await directoryRig();
});
afterEach(() => rig.close());

const titled = (title: string) => withChange(definitionFixture(), { '/title': title });
const save = (document: unknown, seen = 0) => saveDraft(rig.deps, rig.call(), 'vendor', { document, seen });
const go = (reason = 'It was decided', base?: number | null) =>
  publish(rig.deps, rig.call(), 'vendor', base === undefined ? { reason } : { reason, base });

describe('publishing', () => {
  it('makes the draft the live version and lets the draft build on it', async () => {
    await save(definitionFixture());
    const published = await go('First version');
    expect(published).toMatchObject({ n: 1, changed: true, advice: [] });
    const live = await createDefinitionCache(rig.store).live('vendor');
    expect(live).toMatchObject({ version: 1, definition: { hash: published.hash } });
    expect(live.type).toMatchObject({ slug: 'vendor', title: 'Vendor onboarding', category: 'Procurement' });
    expect(await getDraft(rig.store, 'vendor')).toMatchObject({ rev: 1, base: 1 });
  });

  it('leaves who, when, why and what changed in the history', async () => {
    await save(definitionFixture());
    await go('First version');
    await save(titled('Suppliers'), 1);
    await go('A clearer name');
    const events = await historyOf(rig.store, 'requestType:vendor', 0, 10);
    expect(events.at(-1)).toMatchObject({
      kind: 'published',
      actor: { id: 'admin' },
      data: { n: 2, base: 1, type: 'vendor', face: { title: 'Suppliers' } },
      human: {
        reason: 'A clearer name',
        changes: ['Changed the title from “Vendor onboarding” to “Suppliers”.'],
      },
    });
    expect(await listVersions(rig.store, 'vendor')).toMatchObject([
      { n: 2 },
      { n: 1, reason: 'First version' },
    ]);
    expect((await getVersion(rig.store, 'vendor', 1)).document['title']).toBe('Vendor onboarding');
    expect((await listTypes(rig.store, 'live', null, 10)).items.map(({ state }) => state.title)).toEqual([
      'Suppliers',
    ]);
  });

  it('answers a repeated command as before and publishes once', async () => {
    await save(definitionFixture());
    const call = rig.call();
    const first = await publish(rig.deps, call, 'vendor', { reason: 'First' });
    await expect(publish(rig.deps, call, 'vendor', { reason: 'First' })).resolves.toEqual(first);
    expect((await getType(rig.store, 'vendor')).versions).toHaveLength(1);
  });

  it('publishes a draft once when two people publish it at the same time', async () => {
    await save(definitionFixture());
    const both = await Promise.all([go('Mine'), go('Mine too')]);
    expect(both.map(({ n }) => n)).toEqual([1, 1]);
    expect(both.filter(({ changed }) => changed)).toHaveLength(1);
    expect((await getType(rig.store, 'vendor')).versions).toHaveLength(1);
  });

  it('publishes nothing when the draft says what is live', async () => {
    await save(definitionFixture());
    await go();
    await expect(go()).resolves.toMatchObject({ n: 1, changed: false });
    expect((await getType(rig.store, 'vendor')).versions).toHaveLength(1);
  });

  it('refuses without a reason, without a draft, and with problems that block', async () => {
    await expect(go()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await save(withChange(definitionFixture(), { '/chains/0/default': undefined }));
    await expect(go(' ')).rejects.toMatchObject({ code: 'REASON_REQUIRED' });
    await expect(go()).rejects.toMatchObject({
      code: 'DEFINITION_INVALID',
      details: [{ pointer: '/chains/0/default' }],
    });
    await expect(testDraft(rig.deps, 'vendor')).rejects.toMatchObject({ code: 'DEFINITION_INVALID' });
    await expect(getType(rig.store, 'vendor')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('refuses while a test fails, naming what came out otherwise', async () => {
    await save(withChange(definitionFixture(), { '/tests/0/expect/priority': 4 }));
    expect(await testDraft(rig.deps, 'vendor')).toMatchObject({ passed: false });
    await expect(go()).rejects.toMatchObject({
      code: 'TESTS_FAILED',
      details: [
        {
          pointer: '/tests/0/expect',
          detail: '“Software in France goes to EMEA”: priority should be 4, and is 2.',
        },
      ],
    });
  });

  it('refuses to publish over a version the draft does not build on, and says what it changed', async () => {
    await save(definitionFixture());
    await go();
    await save(titled('Suppliers'), 1);
    await go();
    await expect(go('On the old one', 1)).resolves.toMatchObject({ changed: false });
    await save(titled('Vendors'), 2);
    await expect(go('On the old one', 1)).rejects.toMatchObject({
      code: 'PUBLISH_STALE',
      details: [{ pointer: '/title', detail: 'Changed the title from “Vendor onboarding” to “Suppliers”.' }],
      data: { base: 1, live: 2 },
    });
    await expect(go('On the new one', 2)).resolves.toMatchObject({ n: 3, changed: true });
  });

  it('refuses a draft started before a roll back until the publisher says to build on what is live', async () => {
    await save(definitionFixture());
    await go();
    await save(titled('Suppliers'), 1);
    await go();
    await rollback(rig.deps, rig.call(), 'vendor', { reason: 'Too early' });
    await save(titled('Vendors'), 2);
    await expect(go()).rejects.toMatchObject({ code: 'PUBLISH_STALE', data: { base: 2, live: 1 } });
    await expect(go('On purpose', 1)).resolves.toMatchObject({ n: 3 });
  });
});

describe('rolling back', () => {
  it('makes the version before live again, and leaves the other where it cannot be submitted', async () => {
    await save(definitionFixture());
    await go();
    await save(titled('Suppliers'), 1);
    await go();
    const back = () => rollback(rig.deps, rig.call(), 'vendor', { reason: 'It routed to nobody' });
    await expect(back()).resolves.toEqual({ n: 1 });
    expect(await getType(rig.store, 'vendor')).toMatchObject({
      live: 1,
      title: 'Vendor onboarding',
      withdrawn: [2],
    });
    await expect(back()).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('refuses without a reason, to what is live, to what was taken back and to what never was', async () => {
    const to = (n: number, reason = 'why not') => rollback(rig.deps, rig.call(), 'vendor', { to: n, reason });
    await expect(to(1)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await save(definitionFixture());
    await go();
    await save(titled('Suppliers'), 1);
    await go();
    await expect(to(1, '')).rejects.toMatchObject({ code: 'REASON_REQUIRED' });
    await expect(to(2)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(to(7)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await to(1);
    await expect(to(2)).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});
