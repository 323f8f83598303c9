import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { directoryObjects } from '../../../domain/stream/directory-objects.ts';
import type { PersonState } from '../../../domain/stream/person/person-state.ts';
import { personStream } from '../../../domain/stream/person/person-stream.ts';
import type { PoolState } from '../../../domain/stream/pool/pool-stream.ts';
import {
  getObject,
  historyOf,
  listObjects,
  stateAtRev,
} from '../../../server/use-cases/directory/read-object.ts';
import {
  deactivateObject,
  patchObject,
  reactivateObject,
} from '../../../server/use-cases/directory/write-object.ts';
import { sequence } from '../../../server/use-cases/log/sequence.ts';
import type { DirectoryRig } from '../../support/directory-rig.ts';

/** What has to hold of directory objects on every store. */
export function objectsSuite(open: () => Promise<DirectoryRig>): void {
  describe('directory objects', () => {
    let rig: DirectoryRig;
    beforeEach(async () => {
      rig = await open();
    });
    afterEach(() => rig.close());

    it('makes, changes, lists and remembers', async () => {
      await rig.create('calendar', 'dublin', {
        title: 'Dublin',
        zone: 'Europe/Dublin',
        week: { 1: [{ from: '09:00', to: '17:00' }] },
        exceptions: [],
      });
      await rig.create('person', 'ben', { name: 'Ben', email: 'BEN@example.com' });
      await rig.create('person', 'ana', { name: 'Ana', calendarId: 'dublin', managerId: 'ben' });
      const changed = await rig.patch('person', 'ana', { title: 'Agent', zone: 'Europe/Dublin' });
      expect(changed.doc.rev).toBe(2);
      expect(changed.events.map(({ event }) => event.data)).toEqual([{ fields: ['title', 'zone'] }]);
      expect(JSON.stringify(changed.events.map(({ event }) => event))).not.toContain('Agent');
      const page = await listObjects<PersonState>(rig.store, 'person', null, 1);
      expect(page.items.map(({ state }) => state.name)).toEqual(['Ana']);
      const rest = await listObjects<PersonState>(rig.store, 'person', page.next, 5);
      expect(rest.items.map(({ state }) => state.email)).toEqual(['ben@example.com']);
      expect(rest.next).toBeNull();
      await sequence(rig.store, ['person:ana']);
      await rig.patch('person', 'ana', { title: 'Lead' });
      const history = await historyOf(rig.store, 'person:ana', 0, 10);
      expect(history.map(({ kind, human }) => [kind, human['set/title']])).toEqual([
        ['created', undefined],
        ['changed', 'Agent'],
        ['changed', 'Lead'],
      ]);
      expect((await stateAtRev(rig.store, personStream, 'ana', 2)).title).toBe('Agent');
      expect((await stateAtRev(rig.store, personStream, 'ana', 3)).title).toBe('Lead');
      await expect(stateAtRev(rig.store, personStream, 'ana', 4)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
      await expect(historyOf(rig.store, 'person:nobody', 0, 10)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('refuses what names nothing, a taken id, a taken address, and a change of what was not seen', async () => {
      await expect(rig.create('person', 'ana', { name: 'Ana', managerId: 'ghost' })).rejects.toMatchObject({
        code: 'VALIDATION_FAILED',
        details: [{ pointer: '/managerId' }],
      });
      await rig.create('person', 'ana', { name: 'Ana', email: 'a@example.com', calendarId: 'always' });
      await expect(rig.create('person', 'ana', { name: 'Ana' })).rejects.toMatchObject({ code: 'CONFLICT' });
      await expect(
        rig.create('person', 'bea', { name: 'Bea', email: 'a@example.com' }),
      ).rejects.toMatchObject({
        code: 'CONFLICT',
        details: [{ pointer: '/email' }],
      });
      await expect(rig.patch('person', 'ana', { email: 'a@example.com' })).resolves.toMatchObject({
        events: [],
      });
      await expect(
        patchObject(rig.deps, directoryObjects.person, rig.call({ seen: 7 }), {
          id: 'ana',
          fields: { name: 'Anna' },
          reason: 'typo',
        }),
      ).rejects.toMatchObject({ code: 'STALE' });
      await expect(getObject(rig.store, 'person', 'ghost')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('refuses a business role the installation does not know', async () => {
      await rig.create('person', 'early', { name: 'Early', roles: ['anything'] });
      await rig.create('installation', 'main', {
        name: 'Example',
        businessRoles: [{ id: 'finance-lead', title: 'Finance lead' }],
      });
      await rig.create('person', 'fay', { name: 'Fay', roles: ['finance-lead'], systemRoles: ['approver'] });
      await expect(rig.create('person', 'gus', { name: 'Gus', roles: ['king'] })).rejects.toMatchObject({
        code: 'VALIDATION_FAILED',
      });
    });

    it('asks whether the actor may, on the loaded document', async () => {
      await rig.create('team', 'desk', { title: 'Desk' });
      const authorise = () => {
        throw new Error('not yours');
      };
      await expect(
        deactivateObject(rig.deps, directoryObjects.team, rig.call({ authorise }), {
          id: 'desk',
          reason: 'closed',
        }),
      ).rejects.toThrow('not yours');
    });

    it('takes an object out of use and into use again', async () => {
      await rig.create('person', 'ana', { name: 'Ana' });
      await rig.create('pool', 'front', { title: 'Front', members: [{ person: 'ana', weight: 1 }] });
      expect((await getObject<PoolState>(rig.store, 'pool', 'front')).state.salt).toMatch(/^\d{32}$/);
      const off = await deactivateObject(rig.deps, directoryObjects.pool, rig.call(), {
        id: 'front',
        reason: 'merged',
      });
      expect(off.doc.state).toMatchObject({ active: false, reason: 'merged' });
      expect((await rig.coherent.snapshot({ pools: ['front'] })).pools.get('front')?.members).toEqual([]);
      await reactivateObject(rig.deps, directoryObjects.pool, rig.call(), { id: 'front' });
      expect((await rig.coherent.snapshot({ pools: ['front'] })).pools.get('front')?.members).toHaveLength(1);
    });

    it('owes a recalculation when the hours of a calendar change', async () => {
      await rig.create('calendar', 'days', {
        title: 'Days',
        zone: 'UTC',
        week: { 2: [{ from: '09:00', to: '17:00' }] },
      });
      const changed = await rig.patch('calendar', 'days', { week: { 3: [{ from: '09:00', to: '17:00' }] } });
      expect(changed.doc.effects.map(({ kind, payload }) => [kind, payload])).toEqual([
        ['recalculate', { calendar: 'days' }],
      ]);
    });
  });
}
