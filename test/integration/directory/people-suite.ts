import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PoolState } from '../../../domain/stream/pool/pool-stream.ts';
import type { TeamState } from '../../../domain/stream/team/team-stream.ts';
import { cancelLeave, comeBack, goAway, recordLeave } from '../../../server/use-cases/directory/absence.ts';
import { deactivatePerson, reactivatePerson } from '../../../server/use-cases/directory/deactivate-person.ts';
import { delegate, endDelegation } from '../../../server/use-cases/directory/delegations.ts';
import {
  joinPool,
  joinTeam,
  leavePool,
  leaveTeam,
  makeUpInPool,
  setWeights,
} from '../../../server/use-cases/directory/membership.ts';
import { getObject } from '../../../server/use-cases/directory/read-object.ts';
import { grantRole, revokeRole } from '../../../server/use-cases/directory/roles.ts';
import type { DirectoryRig } from '../../support/directory-rig.ts';

const day = 86_400_000;

/** What has to hold of people, teams and pools on every store. */
export function peopleSuite(open: () => Promise<DirectoryRig>): void {
  describe('people, teams and pools', () => {
    let rig: DirectoryRig;
    beforeEach(async () => {
      rig = await open();
      for (const id of ['ana', 'ben', 'cem']) await rig.create('person', id, { name: id });
      await rig.create('team', 'desk', { title: 'Desk' });
      await rig.create('pool', 'front', { title: 'Front' });
    });
    afterEach(() => rig.close());

    const view = async (id: string) => (await rig.coherent.snapshot({ people: [id] })).people.get(id);

    it('records leave once under one command, and takes it back', async () => {
      const { deps, call, time } = rig;
      const once = call();
      const leave = { from: time.now + day, until: time.now + 2 * day, reason: 'hills' };
      const { leaveId } = await recordLeave(deps, once, { person: 'ana', leave });
      expect((await recordLeave(deps, once, { person: 'ana', leave })).leaveId).toBe(leaveId);
      expect((await view('ana'))?.leave).toEqual([{ from: leave.from, until: leave.until }]);
      expect((await getObject(rig.store, 'person', 'ana')).nextDueAt).not.toBeNull();
      const { doc } = await cancelLeave(deps, call(), { person: 'ana', leaveId });
      expect(doc.effects).toMatchObject([{ kind: 'move', payload: { why: 'back' } }]);
      expect((await view('ana'))?.leave).toEqual([]);
      await expect(cancelLeave(deps, call(), { person: 'ana', leaveId })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    });

    it('shows who is away at once, and who is back', async () => {
      const { deps, call, time } = rig;
      await goAway(deps, call(), { person: 'ana', until: time.now + day });
      expect((await view('ana'))?.away).toEqual({ since: time.now, until: time.now + day });
      await comeBack(deps, call(), { person: 'ana' });
      expect((await view('ana'))?.away).toBeNull();
    });

    it('grants and revokes roles, and keeps the last administrator', async () => {
      const { deps, call } = rig;
      const admin = { role: 'admin', reason: 'runs it' };
      await grantRole(deps, call(), { person: 'ana', ...admin });
      await grantRole(deps, call(), { person: 'ana', role: 'night-shift', reason: 'nights' });
      expect((await rig.coherent.snapshot({ roles: ['admin', 'night-shift'] })).holders).toEqual(
        new Map([
          ['admin', ['ana']],
          ['night-shift', ['ana']],
        ]),
      );
      await expect(revokeRole(deps, call(), { person: 'ana', ...admin })).rejects.toMatchObject({
        code: 'IN_USE',
      });
      await expect(deactivatePerson(deps, call(), { person: 'ana', reason: 'left' })).rejects.toMatchObject({
        code: 'IN_USE',
      });
      await grantRole(deps, call(), { person: 'ben', ...admin });
      await revokeRole(deps, call(), { person: 'ana', ...admin });
      expect((await view('ana'))?.roles).toEqual(['night-shift']);
    });

    it('keeps one administrator, of many who are taken away at once', async () => {
      const { deps, call } = rig;
      const people = ['ana', 'ben', 'cem'];
      for (let round = 0; round < 3; round += 1) {
        for (const person of people) await grantRole(deps, call(), { person, role: 'admin', reason: 'r' });
        const ended = await Promise.allSettled([
          revokeRole(deps, call(), { person: 'ana', role: 'admin', reason: 'r' }),
          deactivatePerson(deps, call(), { person: 'ben', reason: 'r' }),
          revokeRole(deps, call(), { person: 'cem', role: 'admin', reason: 'r' }),
        ]);
        const refused = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
        const left = await rig.store.aggregates.range('role:admin', null, 10);
        expect(left.length).toBeGreaterThanOrEqual(1);
        expect(refused).toEqual(Array(left.length).fill('IN_USE'));
        await reactivatePerson(deps, call(), { person: 'ben', reason: 'r' });
      }
      await grantRole(deps, call(), { person: 'ana', role: 'admin', reason: 'r' });
      await grantRole(deps, call(), { person: 'cem', role: 'admin', reason: 'r' });
      await revokeRole(deps, call(), { person: 'ana', role: 'admin', reason: 'r' });
    });

    it('gives an e-mail address to one person, of many who are given it at once', async () => {
      const email = 'desk@example.test';
      const making = ['dee', 'eve', 'fay'].map((id) => rig.create('person', id, { name: id, email }));
      const changing = ['ana', 'ben', 'cem'].map((id) => rig.patch('person', id, { email }));
      const ended = await Promise.allSettled([...making, ...changing]);
      const refused = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
      expect(refused).toEqual(Array(5).fill('CONFLICT'));
      const holders = await rig.store.aggregates.range(`email:${email}`, null, 10);
      expect(holders).toHaveLength(1);
      const holder = holders[0]?.id.replace('person:', '') ?? '';
      await rig.patch('person', holder, { email: null });
      await rig.create('person', 'gil', { name: 'gil', email });
    });

    it('makes delegations that are found from both ends, and refuses chains and circles', async () => {
      const { deps, call, time } = rig;
      const from = (to: string) => ({ to, startsAt: time.now, endsAt: time.now + day });
      await expect(delegate(deps, call(), { person: 'ana', delegation: from('ben') })).rejects.toMatchObject({
        code: 'DELEGATION_INVALID',
        message: expect.stringMatching(/no role, team or pool/),
      });
      await joinTeam(deps, call(), { team: 'desk', person: 'ben' });
      await joinPool(deps, call(), { pool: 'front', person: 'cem' });
      await expect(
        delegate(deps, call(), { person: 'ana', delegation: { ...from('ben'), types: ['made-up'] } }),
      ).rejects.toMatchObject({ code: 'DELEGATION_INVALID', details: [{ pointer: '/types/0' }] });
      const { delegationId } = await delegate(deps, call(), { person: 'ana', delegation: from('ben') });
      expect((await rig.coherent.delegatorsTo('ben')).map(({ id }) => id)).toEqual(['ana']);
      expect((await rig.direct.delegatorsTo('ben')).map(({ id }) => id)).toEqual(['ana']);
      expect([...(await rig.coherent.snapshot({ people: ['ana'] })).people.keys()]).toEqual(['ana', 'ben']);
      for (const [person, to] of [
        ['ben', 'ana'],
        ['ben', 'cem'],
        ['cem', 'ana'],
        ['cem', 'cem'],
        ['cem', 'ghost'],
      ] as const) {
        await expect(delegate(deps, call(), { person, delegation: from(to) })).rejects.toMatchObject({
          code: 'DELEGATION_INVALID',
        });
      }
      await expect(delegate(deps, call(), { person: 'cem', delegation: {} })).rejects.toMatchObject({
        code: 'VALIDATION_FAILED',
      });
      await endDelegation(deps, call(), { person: 'ana', delegationId });
      expect(await rig.coherent.delegatorsTo('ben')).toEqual([]);
      await expect(endDelegation(deps, call(), { person: 'ana', delegationId })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    });

    it('lets members join and leave at once', async () => {
      const { deps, call, time } = rig;
      await joinTeam(deps, call(), { team: 'desk', person: 'ana' });
      expect((await view('ana'))?.teams).toEqual(['desk']);
      await leaveTeam(deps, call(), { team: 'desk', person: 'ana' });
      expect((await getObject<TeamState>(rig.store, 'team', 'desk')).state.members).toEqual([]);
      await joinPool(deps, call(), { pool: 'front', person: 'ana' });
      await joinPool(deps, call(), { pool: 'front', person: 'ben', weight: 2 });
      await setWeights(deps, call(), { pool: 'front', weights: { ana: 5 }, reason: 'full time' });
      await makeUpInPool(deps, call(), {
        pool: 'front',
        makeUp: { person: 'ben', items: 2, until: time.now + day },
      });
      const { state } = await getObject<PoolState>(rig.store, 'pool', 'front');
      expect(state.members).toEqual([
        { person: 'ana', weight: 5 },
        { person: 'ben', weight: 2 },
      ]);
      expect(state.makeUps).toEqual([{ person: 'ben', left: 2, until: time.now + day }]);
      await leavePool(deps, call(), { pool: 'front', person: 'ben' });
      expect((await rig.coherent.member('ben'))?.pools).toEqual([]);
      await expect(joinPool(deps, call(), { pool: 'front', person: 'ghost' })).rejects.toMatchObject({
        code: 'VALIDATION_FAILED',
      });
      await expect(joinTeam(deps, call(), { team: 'nowhere', person: 'ana' })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    });
  });
}
