import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { abilityOf } from '../../../domain/access/ability-of.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import { freshAggregate } from '../../../domain/stream/apply-decision.ts';
import { type CaseState, emptyCase } from '../../../domain/stream/case/case-state.ts';
import { caseStream } from '../../../domain/stream/case/case-stream.ts';
import { type LoadState, loadStream } from '../../../domain/stream/load/load-stream.ts';
import type { PersonState } from '../../../domain/stream/person/person-state.ts';
import { goAway, recordLeave } from '../../../server/use-cases/directory/absence.ts';
import { deactivatePerson, reactivatePerson } from '../../../server/use-cases/directory/deactivate-person.ts';
import { delegate } from '../../../server/use-cases/directory/delegations.ts';
import { moveHoldings } from '../../../server/use-cases/directory/move-holdings.ts';
import { createToken, findToken } from '../../../server/use-cases/directory/tokens.ts';
import { whatTheyHold } from '../../../server/use-cases/directory/what-they-hold.ts';
import { runEffect } from '../../../server/use-cases/effect/run-effect.ts';
import type { DirectoryRig } from '../../support/directory-rig.ts';
import { viewerOf } from '../../unit/domain/access/viewers.ts';

const day = 86_400_000;

/** What has to hold of coming and going on every store. */
export function goingSuite(open: () => Promise<DirectoryRig>): void {
  describe('coming and going', () => {
    let rig: DirectoryRig;
    const ends: string[] = [];
    beforeEach(async () => {
      rig = await open();
      ends.length = 0;
      for (const id of ['ana', 'ben']) await rig.create('person', id, { name: id });
      const members = [{ person: 'ana', weight: 1 }];
      await rig.create('pool', 'moving', { title: 'Moving', members, moveOnLeave: true });
      await rig.create('pool', 'staying', { title: 'Staying', members });
      await rig.create('team', 'desk', { title: 'Desk', members: ['ana'], lead: 'ana' });
    });
    afterEach(() => rig.close());

    const ownedCase = async (id: string, more: Partial<CaseState> = {}): Promise<void> => {
      const state: CaseState = {
        ...emptyCase,
        number: id.toUpperCase(),
        type: 'refund',
        title: `Case ${id}`,
        open: true,
        epoch: 1,
        routed: { '1': { kind: 'assigned', at: 1, person: 'ana' } },
        placement: 'assigned',
        owner: 'ana',
        requester: 'ben',
        accountable: 'desk-lead',
        ...more,
      };
      const fresh = freshAggregate(caseStream, id);
      await rig.store.aggregates.insert({
        ...fresh,
        _v: 1,
        rev: 1,
        state,
        index: caseStream.indexOf(state, id),
      });
    };
    const caseOf = async (id: string): Promise<Aggregate<CaseState> | undefined> =>
      rig.store.aggregates.load(id);
    const accepts = async () => (await rig.store.aggregates.load<LoadState>('load:ana'))?.state.accepts;
    const run = async (id: string): Promise<void> => {
      const engine = {
        deps: rig.deps,
        handlers: new Map([['move', moveHoldings(rig.deps)] as const]),
        ended: (_effect: unknown, how: string) => ends.push(how),
      };
      const doc = await rig.store.aggregates.load(id);
      for (const effect of doc?.effects ?? []) await runEffect(engine, id, effect.id);
    };

    it('closes the load before the person is deactivated, then ends sessions and tokens and routes every case again', async () => {
      const { deps, store, call, time } = rig;
      await ownedCase('c1', { pool: 'moving' });
      await ownedCase('c2', { pool: 'staying' });
      await ownedCase('c3', { open: false });
      await ownedCase('c4', { owner: 'ben' });
      const { secret } = await createToken(deps, call(), {
        personId: 'ana',
        name: 'script',
        scopes: ['cases:read'],
        expiresAt: null,
      });
      const session = { _id: 's1', _v: 1, lists: ['person:ana'], sort: 's1', expiresAt: null, data: {} };
      await store.records.insert('session', session);
      await store.records.insert('session', { ...session, _id: 's2', lists: ['person:ben'] });
      const order: string[] = [];
      const watched = { ...deps, committed: (after: Aggregate) => order.push(after._id) };
      await deactivatePerson(watched, call(), { person: 'ana', reason: 'left the company' });
      expect(order).toEqual(['load:ana', 'person:ana']);
      expect(await accepts()).toBe(false);
      await run('person:ana');
      expect(ends).toEqual(['done']);
      for (const id of ['c1', 'c2']) {
        const doc = await caseOf(id);
        expect(doc?.state).toMatchObject({
          owner: 'ana',
          epoch: 2,
          epochCause: 'assignee-unavailable',
          placement: 'undecided',
        });
        expect(doc?.effects.map(({ kind }) => kind)).toEqual(['route']);
        expect(doc?.tail.at(-1)?.event.cause).toBe('move:standing');
      }
      expect((await caseOf('c3'))?.state.epoch).toBe(1);
      expect((await caseOf('c4'))?.state.epoch).toBe(1);
      expect(await store.records.get('session', 's1')).toBeUndefined();
      expect(await store.records.get('session', 's2')).toBeDefined();
      await reactivatePerson(deps, call(), { person: 'ana', reason: 'came back' });
      expect(await findToken(store, secret ?? '', time.now)).toBeUndefined();
    });

    it('routes a case again that a pick has seated them for and is about to write', async () => {
      await ownedCase('c1', { owner: null, routed: {}, placement: 'undecided' });
      await ownedCase('c2', { owner: 'ben' });
      const fresh = freshAggregate(loadStream, 'load:ana');
      const slots = ['c1', 'c2', 'gone'].map((caseId) => ({ caseId, at: 1 }));
      await rig.store.aggregates.insert({ ...fresh, _v: 1, state: { accepts: true, slots } });
      await deactivatePerson(rig.deps, rig.call(), { person: 'ana', reason: 'left' });
      await run('person:ana');
      expect((await caseOf('c1'))?.state.epoch).toBe(2);
      expect((await caseOf('c2'))?.state.epoch).toBe(1);
      expect(ends).toEqual(['done']);
    });

    it('moves a case on from one who left to the next who leaves', async () => {
      await ownedCase('c1');
      await deactivatePerson(rig.deps, rig.call(), { person: 'ana', reason: 'left' });
      await run('person:ana');
      const doc = await caseOf('c1');
      if (doc === undefined) throw new Error('the case is there');
      const routed = { ...doc.state.routed, '2': { kind: 'assigned' as const, at: 2, person: 'ben' } };
      const state = { ...doc.state, owner: 'ben', routed, placement: 'assigned' as const };
      await rig.store.aggregates.replace({ ...doc, state, index: caseStream.indexOf(state, 'c1') });
      await deactivatePerson(rig.deps, rig.call(), { person: 'ben', reason: 'left too' });
      await run('person:ben');
      expect((await caseOf('c1'))?.state.epoch).toBe(3);
    });

    it('moves nothing twice when the effect runs again', async () => {
      await ownedCase('c1');
      const fresh = freshAggregate(loadStream, 'load:ana');
      await rig.store.aggregates.insert({
        ...fresh,
        _v: 1,
        state: { accepts: true, slots: [{ caseId: 'c1', at: 1 }] },
      });
      await deactivatePerson(rig.deps, rig.call(), { person: 'ana', reason: 'left' });
      const handler = moveHoldings(rig.deps);
      const doc = await rig.store.aggregates.load('person:ana');
      const [effect] = doc?.effects ?? [];
      if (doc === undefined || effect === undefined) throw new Error('a move is owed');
      await handler({ doc, effect });
      await handler({ doc, effect: { ...effect, token: effect.token + 1 } });
      expect((await caseOf('c1'))?.state.epoch).toBe(2);
    });

    it('accepts picks again when somebody is reactivated, also when the process died in between', async () => {
      const { deps, call } = rig;
      await deactivatePerson(deps, call(), { person: 'ana', reason: 'left' });
      await run('person:ana');
      let died = false;
      const dying = {
        ...deps,
        committed: (after: Aggregate) => {
          if (after._id !== 'person:ana') return;
          died = true;
          throw new Error('killed');
        },
      };
      await expect(reactivatePerson(dying, call(), { person: 'ana', reason: 'back' })).rejects.toThrow(
        'killed',
      );
      expect(died).toBe(true);
      expect(await accepts()).toBe(false);
      await run('person:ana');
      expect(await accepts()).toBe(true);
      await ownedCase('c9');
      await run('person:ana');
      expect((await caseOf('c9'))?.state.epoch).toBe(1);
    });

    it('leaves the load open when the deactivation is refused', async () => {
      const { deps, call, store } = rig;
      await expect(deactivatePerson(deps, call(), { person: 'ana', reason: ' ' })).rejects.toMatchObject({
        code: 'REASON_REQUIRED',
      });
      await expect(
        deactivatePerson(deps, call({ seen: 9 }), { person: 'ana', reason: 'left' }),
      ).rejects.toMatchObject({ code: 'STALE' });
      await expect(deactivatePerson(deps, call(), { person: 'ghost', reason: 'left' })).rejects.toMatchObject(
        {
          code: 'NOT_FOUND',
        },
      );
      expect(await accepts()).toBeUndefined();
      // Somebody changes the person between the closing of the load and the write.
      const seen = (await store.aggregates.load<PersonState>('person:ana'))?.rev ?? 0;
      let meddled = false;
      const meddling = {
        ...deps,
        committed: (after: Aggregate) => {
          if (after._id === 'load:ana') meddled = true;
        },
        store: {
          ...store,
          aggregates: {
            load: (id: string) => store.aggregates.load(id),
            loadMany: (ids: readonly string[]) => store.aggregates.loadMany(ids),
            range: (...given: Parameters<typeof store.aggregates.range>) => store.aggregates.range(...given),
            insert: (doc: Aggregate) => store.aggregates.insert(doc),
            replace: async (doc: Aggregate) => {
              if (meddled && doc._id === 'person:ana') {
                meddled = false;
                await rig.patch('person', 'ana', { title: 'Chief' });
              }
              return store.aggregates.replace(doc);
            },
          } as typeof store.aggregates,
        },
      };
      await expect(
        deactivatePerson(meddling, call({ seen }), { person: 'ana', reason: 'left' }),
      ).rejects.toMatchObject({ code: 'STALE' });
      expect(await accepts()).toBe(true);
    });

    it('moves cases of somebody away only where the pool says so, and of leave only once it begins', async () => {
      const { deps, call, time } = rig;
      await ownedCase('c1', { pool: 'moving' });
      await ownedCase('c2', { pool: 'staying' });
      await ownedCase('c3', { pool: null });
      await recordLeave(deps, call(), {
        person: 'ana',
        leave: { from: time.now + day, until: time.now + 2 * day, reason: '' },
      });
      await run('person:ana');
      expect((await caseOf('c1'))?.state.epoch).toBe(1);
      time.now += day;
      await run('person:ana');
      expect((await caseOf('c1'))?.state.epoch).toBe(2);
      expect((await caseOf('c2'))?.state.epoch).toBe(1);
      expect((await caseOf('c3'))?.state.epoch).toBe(1);
      await ownedCase('c4', { pool: 'moving' });
      await goAway(deps, call(), { person: 'ana', until: null });
      await run('person:ana');
      expect((await caseOf('c4'))?.state.epoch).toBe(2);
      expect(await accepts()).not.toBe(false);
    });

    it('lists what somebody holds before they go', async () => {
      const { deps, call, store, time } = rig;
      await ownedCase('c1', { pool: 'moving', state: 'open' });
      await ownedCase('c2', { owner: 'ben' });
      const rows = ['c2', 'gone'].map((caseId) => ({
        _id: `${caseId}|approve|person:ana`,
        caseId,
        task: 'approve' as const,
        token: 'person:ana',
        list: 'approve:person:ana',
        sort: caseId,
        priority: 1,
        dueAt: null,
      }));
      for (const row of rows) await store.work.project(row.caseId, 1, [row]);
      const during = { startsAt: time.now, endsAt: time.now + day };
      const { delegationId } = await delegate(deps, call(), {
        person: 'ben',
        delegation: { to: 'ana', ...during },
      });
      const auditor = abilityOf(viewerOf({ systemRoles: ['auditor'] }));
      const held = await whatTheyHold(store, auditor, 'ana');
      expect(held).toEqual({
        cases: [{ id: 'c1', number: 'C1', title: 'Case c1', type: 'refund', state: 'open', pool: 'moving' }],
        gates: [{ id: 'c2', number: 'C2', title: 'Case c2', type: 'refund', state: '', pool: null }],
        unseen: { cases: 0, gates: 0 },
        delegations: { given: [], received: [{ id: delegationId, from: 'ben', to: 'ana', ...during }] },
        pools: [
          { id: 'moving', title: 'Moving', moveOnLeave: true, weight: 1 },
          { id: 'staying', title: 'Staying', moveOnLeave: false, weight: 1 },
        ],
        teams: [{ id: 'desk', title: 'Desk', leads: true }],
      });
      await expect(whatTheyHold(store, auditor, 'ghost')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });
}
