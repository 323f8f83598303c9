import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSecretBox } from '../../../server/connectors/secret-box.ts';
import { saveConnection } from '../../../server/use-cases/directory/connections.ts';
import { secretsOf } from '../../../server/use-cases/directory/credentials.ts';
import { historyOf } from '../../../server/use-cases/directory/read-object.ts';
import type { DirectoryRig } from '../../support/directory-rig.ts';

/** What has to hold of connections on every store. */
export function connectionsSuite(open: () => Promise<DirectoryRig>): void {
  describe('connections', () => {
    const box = createSecretBox('a secret of the installation, long enough');
    let rig: DirectoryRig;
    beforeEach(async () => {
      rig = await open();
    });
    afterEach(() => rig.close());

    const save = (how: 'create' | 'patch', fields: object, secrets?: object, seen?: number) =>
      saveConnection(rig.deps, box, rig.call(seen === undefined ? {} : { seen }), {
        id: 'crm',
        how,
        fields,
        reason: 'as agreed',
        ...(secrets === undefined ? {} : { secrets }),
      });
    const records = () => rig.store.records.range('credential', 'connection:crm', null, 10);

    it('keeps secrets sealed, beside the events', async () => {
      const made = await save(
        'create',
        { plugin: 'http-sync', title: 'CRM', config: { url: 'https://crm.example.com' } },
        { password: 'hunter2', user: 'svc' },
      );
      expect(made.doc.state.secretNames).toEqual(['password', 'user']);
      expect(await secretsOf(rig.store, box, 'crm')).toEqual({ password: 'hunter2', user: 'svc' });
      const everything = JSON.stringify([
        made.doc,
        await historyOf(rig.store, 'connection:crm', 0, 9),
        await records(),
      ]);
      expect(everything).not.toContain('hunter2');
    });

    it('replaces, keeps and forgets secrets together with the change that names them', async () => {
      await save('create', { plugin: 'http-sync', title: 'CRM' }, { password: 'one', user: 'svc' });
      await save('patch', { title: 'Sales CRM' });
      expect(await secretsOf(rig.store, box, 'crm')).toEqual({ password: 'one', user: 'svc' });
      await save('patch', {}, { password: 'two', user: null });
      expect(await secretsOf(rig.store, box, 'crm')).toEqual({ password: 'two' });
      expect(await records()).toHaveLength(1);
    });

    it('leaves the secrets alone when the change is refused', async () => {
      await save('create', { plugin: 'http-sync', title: 'CRM' }, { password: 'one' });
      await expect(save('patch', {}, { password: 'two' }, 9)).rejects.toMatchObject({ code: 'STALE' });
      await expect(save('patch', { nonsense: 1 }, { password: 'two' })).rejects.toMatchObject({
        code: 'VALIDATION_FAILED',
        details: [{ pointer: '/nonsense' }],
      });
      expect(await secretsOf(rig.store, box, 'crm')).toEqual({ password: 'one' });
      expect(await records()).toHaveLength(1);
    });

    it('leaves no record behind when somebody was faster', async () => {
      await save('create', { plugin: 'http-sync', title: 'CRM' }, { password: 'one' });
      const { insert } = rig.store.records;
      let meddled = false;
      const records = Object.assign(Object.create(rig.store.records) as typeof rig.store.records, {
        get: rig.store.records.get.bind(rig.store.records),
        delete: rig.store.records.delete.bind(rig.store.records),
        insert: async (...given: Parameters<typeof insert>) => {
          if (!meddled) await save('patch', { title: 'Other' });
          meddled = true;
          return insert.apply(rig.store.records, given);
        },
      });
      const deps = { ...rig.deps, store: { ...rig.store, records } };
      const request = {
        id: 'crm',
        how: 'patch' as const,
        fields: {},
        secrets: { password: 'two' },
        reason: 'x',
      };
      await expect(saveConnection(deps, box, rig.call({ seen: 1 }), request)).rejects.toMatchObject({
        code: 'STALE',
      });
      expect(await secretsOf(rig.store, box, 'crm')).toEqual({ password: 'one' });
      expect(await rig.store.records.range('credential', 'connection:crm', null, 10)).toHaveLength(1);
      await saveConnection(deps, box, rig.call(), request);
      expect(await secretsOf(rig.store, box, 'crm')).toEqual({ password: 'two' });
      expect(await rig.store.records.range('credential', 'connection:crm', null, 10)).toHaveLength(1);
    });

    it('has no secrets where there is no connection, or none were given', async () => {
      expect(await secretsOf(rig.store, box, 'crm')).toEqual({});
      await save('create', { plugin: 'webhook', title: 'Hook' });
      expect(await secretsOf(rig.store, box, 'crm')).toEqual({});
    });
  });
}
