import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { directoryObjects, objectOf } from '../../../domain/stream/directory-objects.ts';
import { createDirectoryReader } from '../../../server/use-cases/directory/directory-reader.ts';
import { revsOf } from '../../../server/use-cases/directory/directory-snapshot.ts';
import type { ListStore } from '../../../server/use-cases/directory/list-pages.ts';
import { grantRole } from '../../../server/use-cases/directory/roles.ts';
import { deactivateObject, reactivateObject } from '../../../server/use-cases/directory/write-object.ts';
import type { DirectoryRig } from '../../support/directory-rig.ts';

const people = ['p1', 'p2', 'p3', 'p4', 'p5'];
const person = fc.constantFrom(...people);
const group = fc.constantFrom('g1', 'g2');
const members = fc.uniqueArray(person, { maxLength: 4 });

const change = fc.oneof(
  fc.record({
    do: fc.constant('grant' as const),
    person,
    role: fc.constantFrom('agent', 'approver', 'chief'),
  }),
  fc.record({ do: fc.constant('team' as const), id: group, members }),
  fc.record({ do: fc.constant('pool' as const), id: group, members }),
  fc.record({
    do: fc.constant('person' as const),
    id: person,
    managerId: fc.option(person),
    calendarId: fc.constantFrom('always', 'days', null),
  }),
  fc.record({
    do: fc.constant('off' as const),
    kind: fc.constantFrom('person' as const, 'team' as const, 'pool' as const),
    id: fc.oneof(person, group),
  }),
  fc.record({
    do: fc.constant('account' as const),
    id: group,
    domains: fc.uniqueArray(fc.constantFrom('a.com', 'b.com')),
    ownerId: fc.option(person),
  }),
  fc.record({ do: fc.constant('territory' as const), id: group, active: fc.boolean() }),
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

const needs = fc.record(
  {
    people: fc.uniqueArray(fc.oneof(person, fc.constant('ghost'))),
    roles: fc.uniqueArray(fc.constantFrom('agent', 'approver', 'nobody')),
    managersOf: fc.uniqueArray(person),
    teams: fc.uniqueArray(group),
    pools: fc.uniqueArray(group),
    calendars: fc.uniqueArray(fc.constantFrom('always', 'days', 'ghost')),
    accounts: fc.oneof(fc.uniqueArray(group), fc.constant('all' as const)),
    territories: fc.boolean(),
  },
  { requiredKeys: [] },
);

/** What has to hold of the directory reader on every store. */
export function readerSuite(open: () => Promise<DirectoryRig>, runs: number): void {
  describe('the directory reader', () => {
    let rig: DirectoryRig;
    beforeEach(async () => {
      rig = await open();
      await rig.create('calendar', 'days', {
        title: 'Days',
        zone: 'UTC',
        week: { 1: [{ from: '09:00', to: '17:00' }] },
      });
      for (const id of people) await rig.create('person', id, { name: id, systemRoles: ['agent'] });
      for (const id of ['g1', 'g2']) {
        await rig.create('team', id, { title: id });
        await rig.create('pool', id, { title: id });
        await rig.create('account', id, { name: id });
        await rig.create('territory', id, { title: id });
      }
    });
    afterEach(() => rig.close());

    const apply = async (step: Change): Promise<unknown> => {
      switch (step.do) {
        case 'team':
          return rig.patch('team', step.id, { members: step.members });
        case 'pool':
          return rig.patch('pool', step.id, {
            members: step.members.map((id) => ({ person: id, weight: 1 })),
          });
        case 'person':
          if (step.managerId === step.id) return;
          return rig.patch('person', step.id, { managerId: step.managerId, calendarId: step.calendarId });
        case 'grant':
          return grantRole(rig.deps, rig.call(), { ...step, reason: 'new work' });
        case 'account':
          return rig.patch('account', step.id, { domains: step.domains, ownerId: step.ownerId });
        case 'territory': {
          const turn = step.active ? reactivateObject : deactivateObject;
          return turn(rig.deps, directoryObjects.territory, rig.call(), { id: step.id, reason: 'x' });
        }
        case 'off':
          return switchOff(step.kind, step.id);
      }
    };

    const switchOff = async (kind: 'person' | 'team' | 'pool', id: string): Promise<void> => {
      if ((kind === 'person') !== people.includes(id)) return;
      await deactivateObject(rig.deps, objectOf(kind), rig.call(), { id, reason: 'x' });
    };

    it('brings the owner with an account that is named', async () => {
      await rig.patch('account', 'g1', { ownerId: 'p3' });
      for (const reader of [rig.coherent, rig.direct]) {
        const { people: found } = await reader.snapshot({ accounts: ['g1'] });
        expect([...found.keys()]).toEqual(['p3']);
        expect((await reader.snapshot({ accounts: 'all' })).people.size).toBe(0);
      }
    });

    it('shows out of memory what reading the store shows, whatever is changed and asked', {
      timeout: 120_000,
    }, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(change, { maxLength: 8 }), needs, async (steps, wanted) => {
          for (const step of steps) await apply(step);
          const memory = await rig.coherent.snapshot(wanted);
          const read = await rig.direct.snapshot(wanted);
          const plain = (snapshot: typeof memory) => ({
            ...snapshot,
            calendars: [...snapshot.calendars.values()]
              .map(({ id, rev, calendar }) => [id, rev, calendar.spec])
              .sort(),
          });
          expect(plain(memory)).toEqual(plain(read));
          expect(revsOf(memory)).toEqual(revsOf(read));
          expect(await rig.coherent.member('p1')).toEqual(await rig.direct.member('p1'));
          expect(await rig.coherent.accountsByDomain('x@sub.a.com')).toEqual(
            await rig.direct.accountsByDomain('x@sub.a.com'),
          );
          const fresh = createDirectoryReader({ store: rig.store, coherent: true });
          expect(plain(await fresh.snapshot(wanted))).toEqual(plain(memory));
        }),
        { numRuns: runs },
      );
    });

    it('keeps a snapshot as it was when the directory moves on', async () => {
      const before = await rig.coherent.snapshot({ people: ['p1'], roles: ['agent'] });
      await rig.patch('person', 'p1', { title: 'Chief' });
      await deactivateObject(rig.deps, directoryObjects.person, rig.call(), { id: 'p2', reason: 'left' });
      expect(before.people.get('p1')?.title).toBeNull();
      expect(before.holders.get('agent')).toEqual(people);
      expect((await rig.coherent.snapshot({ roles: ['agent'] })).holders.get('agent')).toEqual([
        'p1',
        'p3',
        'p4',
        'p5',
      ]);
    });

    it('brings members, their calendars and managers, and always the calendar that is always open', async () => {
      await rig.patch('person', 'p1', { calendarId: 'days', managerId: 'p5' });
      await rig.patch('pool', 'g1', { members: [{ person: 'p1', weight: 2 }] });
      const {
        people: found,
        pools,
        calendars,
      } = await rig.coherent.snapshot({ pools: ['g1'], managersOf: ['p1'] });
      expect([...found.keys()].sort()).toEqual(['p1', 'p5']);
      expect(pools.get('g1')?.members).toEqual([{ person: 'p1', weight: 2 }]);
      expect([...calendars.keys()].sort()).toEqual(['always', 'days']);
      expect((await rig.coherent.snapshot({ pools: ['g1'] })).calendars.get('days')).toBe(
        calendars.get('days'),
      );
    });

    it('does not let an older document replace a newer one', async () => {
      const old = await rig.store.aggregates.load('person:p1');
      await rig.coherent.snapshot({});
      await rig.patch('person', 'p1', { title: 'Chief' });
      if (old !== undefined) rig.coherent.saw(old);
      expect((await rig.coherent.snapshot({ people: ['p1'] })).people.get('p1')?.title).toBe('Chief');
    });

    it('reads from the store once, and again when that failed', async () => {
      let broken = true;
      const { aggregates: sound } = rig.store;
      const aggregates: ListStore = {
        loadMany: (ids) => sound.loadMany(ids),
        range: async (...given) => {
          if (broken) throw new Error('gone');
          return sound.range(...given);
        },
      };
      const reader = createDirectoryReader({ store: { aggregates }, coherent: true });
      await expect(reader.snapshot({ people: ['p1'] })).rejects.toThrow('gone');
      broken = false;
      expect((await reader.snapshot({ people: ['p1'] })).people.has('p1')).toBe(true);
      broken = true;
      expect((await reader.snapshot({ people: ['p2'] })).people.has('p2')).toBe(true);
    });
  });
}
