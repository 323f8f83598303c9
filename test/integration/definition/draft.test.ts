import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkDraft } from '../../../server/use-cases/definition/check-draft.ts';
import { exportYaml, importDefinition } from '../../../server/use-cases/definition/exchange.ts';
import { publish } from '../../../server/use-cases/definition/publish.ts';
import { getDraft } from '../../../server/use-cases/definition/read-draft.ts';
import { saveDraft } from '../../../server/use-cases/definition/save-draft.ts';
import { historyOf } from '../../../server/use-cases/directory/read-object.ts';
import { definitionFixture, withChange } from '../../support/definition-fixture.ts';
import { type DirectoryRig, directoryRig } from '../../support/directory-rig.ts';

let rig: DirectoryRig;
beforeEach(async () => {
  rig = await directoryRig();
});
afterEach(() => rig.close());

const save = (document: unknown, seen = 0) => saveDraft(rig.deps, rig.call(), 'vendor', { document, seen });

describe('two people saving one draft', () => {
  const relabelled = (index: number, label: string) =>
    withChange(definitionFixture(), { [`/form/fields/${index}/label`]: label });

  it('keep each other’s changes where they do not overlap', async () => {
    await save(definitionFixture());
    await save(relabelled(0, 'Name of the vendor'), 1);
    const merged = await save(relabelled(2, 'Seat'), 1);
    expect(merged.rev).toBe(3);
    expect(merged.document).toEqual(
      withChange(definitionFixture(), {
        '/form/fields/0/label': 'Name of the vendor',
        '/form/fields/2/label': 'Seat',
      }),
    );
    const events = await historyOf(rig.store, 'draft:vendor', 2, 10);
    expect(events[0]?.human).toEqual({
      operations: [
        { op: 'set', path: ['form', 'fields', 'country', 'label'], before: 'Country', after: 'Seat' },
      ],
    });
  });

  it('are told of every place where they do, and nothing is saved', async () => {
    await save(definitionFixture());
    await save(relabelled(0, 'Name of the vendor'), 1);
    await expect(save(relabelled(0, 'Supplier'), 1)).rejects.toMatchObject({
      code: 'CONFLICT',
      details: [{ pointer: '/form/fields/vendor_name/label' }],
    });
    expect((await getDraft(rig.store, 'vendor')).rev).toBe(2);
  });

  it('are told to read the draft first when they say of none that they read it', async () => {
    await save(definitionFixture());
    await expect(save(relabelled(2, 'Seat'))).rejects.toMatchObject({
      code: 'STALE',
      message: expect.stringContaining('send its ETag as If-Match'),
      data: { rev: 1 },
    });
    expect((await save(definitionFixture())).rev).toBe(1);
  });

  it('begin from a state that is still known', async () => {
    await save(definitionFixture());
    await expect(save(relabelled(0, 'x'), 9)).rejects.toMatchObject({ code: 'STALE', data: { rev: 1 } });
  });

  it('save the same once', async () => {
    await save(definitionFixture());
    expect((await save(definitionFixture(), 1)).rev).toBe(1);
  });
});

describe('what may be saved', () => {
  it('is anything that names its type, problems and all', async () => {
    const draft = await saveDraft(rig.deps, rig.call(), 'thing', {
      document: { slug: 'thing', what: [1] },
      seen: 0,
    });
    expect(draft.document).toEqual({ slug: 'thing', what: [1] });
    expect((await checkDraft(rig.deps, 'thing')).problems.length).toBeGreaterThan(5);
  });

  it.each<[string, unknown, string]>([
    ['no object', [1], 'MALFORMED'],
    ['YAML that cannot be read', 'a: [', 'MALFORMED'],
    ['a key that means something to JavaScript', JSON.parse('{"slug":"vendor","__proto__":{}}'), 'MALFORMED'],
    ['another type', { slug: 'other' }, 'VALIDATION_FAILED'],
    ['more than 2 MB', { slug: 'vendor', title: 'x'.repeat(2_100_000) }, 'TOO_LARGE'],
  ])('is not %s', async (_what, document, code) => {
    await expect(save(document)).rejects.toMatchObject({ code });
  });

  it('keeps the places alone of more changes than an event should hold', async () => {
    await save({ slug: 'vendor', title: 'x'.repeat(200_000) });
    const [event] = await historyOf(rig.store, 'draft:vendor', 0, 1);
    expect(event?.human).toEqual({
      operations: [
        { op: 'set', path: ['slug'] },
        { op: 'set', path: ['title'] },
      ],
    });
  });
});

describe('definitions as files', () => {
  it('come in as a draft and go out as the same text', async () => {
    await save(definitionFixture());
    await publish(rig.deps, rig.call(), 'vendor', { reason: 'It was decided' });
    const text = await exportYaml(rig.store, 'vendor', 1);
    expect(await exportYaml(rig.store, 'vendor', 'draft')).toBe(text);
    const changed = text.replace('title: Vendor onboarding', 'title: Suppliers');
    expect(await importDefinition(rig.deps, rig.call(), changed)).toMatchObject({ rev: 2 });
    expect(await exportYaml(rig.store, 'vendor', 'draft')).toBe(changed);
    await expect(exportYaml(rig.store, 'vendor', 4)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(importDefinition(rig.deps, rig.call(), { title: 'x' })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
    });
  });
});
