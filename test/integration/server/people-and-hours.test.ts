import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { slottedCases } from '../../../domain/routing/load-slots.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { decideDecline } from '../../../domain/stream/case/commands/hand-over.ts';
import { directoryObjects } from '../../../domain/stream/directory-objects.ts';
import type { LoadState } from '../../../domain/stream/load/load-stream.ts';
import type { PoolState } from '../../../domain/stream/pool/pool-stream.ts';
import { commandCase } from '../../../server/use-cases/case/case-command.ts';
import { submitCase } from '../../../server/use-cases/case/submit-case.ts';
import { goAway } from '../../../server/use-cases/directory/absence.ts';
import { deactivatePerson } from '../../../server/use-cases/directory/deactivate-person.ts';
import type { DirectoryCall } from '../../../server/use-cases/directory/directory-call.ts';
import { patchObject } from '../../../server/use-cases/directory/write-object.ts';
import { lookForWaiting } from '../../../server/use-cases/route/look-for-waiting.ts';
import { followTimeZones } from '../../../server/use-cases/upkeep/follow-time-zones.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { actorOf, smallCompany } from '../../support/small-company.ts';
import { smallType } from '../../support/small-type.ts';

const hour = 3_600_000;

describe('people and hours that change under running cases', () => {
  let product: Product;
  beforeEach(async () => {
    product = await startProduct();
    await smallCompany(product);
    await product.publish(smallType);
    await product.drain();
  });
  afterEach(() => product.close());

  const call = (): DirectoryCall => ({
    actor: { kind: 'person', id: 'admin' },
    command: { id: randomUUID(), body: 'b' },
  });
  const submit = async (): Promise<string> => {
    const { id } = await submitCase(
      product.services.deps,
      { actor: await actorOf(product, 'ria'), commandId: randomUUID(), authorise: () => undefined },
      { slug: 'purchase', values: { item: 'Desk', amount: { amount: 500, currency: 'EUR' } }, source: 'api' },
    );
    await product.drain();
    return id;
  };
  const state = async <S = CaseState>(id: string): Promise<S> => {
    const doc = await product.store.aggregates.load<S>(id);
    if (doc === undefined) throw new Error(`there is no ${id}`);
    return doc.state;
  };
  const slots = async (person: string) => slottedCases(await state<LoadState>(`load:${person}`));

  it('gives what a deactivated person had to somebody else of the pool, slots and shares with it', async () => {
    const id = await submit();
    const owner = (await state(id)).owner ?? '';
    expect(await slots(owner)).toEqual([id]);
    await deactivatePerson(product.services.deps, call(), { person: owner, reason: 'left the company' });
    await product.drain();
    const after = await state(id);
    expect(after).toMatchObject({ placement: 'assigned', epoch: 2, epochCause: 'assignee-unavailable' });
    expect(after.owner).not.toBe(owner);
    expect(after.previousOwners).toEqual([owner]);
    expect(await slots(owner)).toEqual([]);
    expect(await slots(after.owner ?? '')).toEqual([id]);
    for (let i = 0; i < 4; i += 1) expect((await state(await submit())).owner).not.toBe(owner);
    product.clock.pass(2 * 60_000);
    await product.drain();
    const { credits, picks } = await state<PoolState>('pool:buyers');
    expect(Object.values(credits).reduce((sum, credit) => sum + credit, 0)).toBe(0);
    expect(picks).toEqual({});
    expect(product.faults).toEqual([]);
  });

  it('gives a case back to nobody who declined it, however long it waits', async () => {
    const id = await submit();
    const declined = new Set<string>();
    for (let owner = (await state(id)).owner; owner !== null; owner = (await state(id)).owner) {
      expect(declined.has(owner)).toBe(false);
      declined.add(owner);
      const actor = await actorOf(product, owner);
      await commandCase(
        product.services.deps,
        id,
        { actor, command: call().command, kind: 'decline', authorise: () => undefined },
        (found, world) => decideDecline(found, { reason: 'I know these people privately.' }, world),
      );
      await product.drain();
    }
    expect(declined.size).toBe((await state<PoolState>('pool:buyers')).members.length);
    for (let hours = 0; hours < 12; hours += 1) {
      product.clock.pass(60 * 60_000);
      await lookForWaiting(product.services.deps, 'buyers');
      await product.drain();
    }
    expect((await state(id)).owner).toBeNull();
    expect(product.faults).toEqual([]);
  });

  it('leaves what somebody away has with them unless the pool says that it moves', async () => {
    const id = await submit();
    const owner = (await state(id)).owner ?? '';
    await goAway(product.services.deps, call(), { person: owner, until: null });
    await product.drain();
    expect((await state(id)).owner).toBe(owner);
    const request = { id: 'buyers', fields: { moveOnLeave: true }, reason: 'agreed with the buyers' };
    await patchObject(product.services.deps, directoryObjects.pool, call(), request);
    await goAway(product.services.deps, call(), { person: owner, until: null });
    await product.drain();
    const after = await state(id);
    expect(after.placement).toBe('assigned');
    expect(after.owner).not.toBe(owner);
    expect(product.faults).toEqual([]);
  });

  it('counts running clocks anew when the hours of their calendar change, once', async () => {
    const id = await submit();
    const first = async () => (await state(id)).clocks.find((clock) => clock.id === 'first');
    const before = await first();
    expect(before?.dueAt).toBe(product.clock.now() + 4 * hour);
    const week = { 1: [{ from: '09:00', to: '12:00' }], 2: [{ from: '09:00', to: '12:00' }] };
    const request = { id: 'hq', fields: { week }, reason: 'shorter hours' };
    await patchObject(product.services.deps, directoryObjects.calendar, call(), request);
    await product.drain();
    const after = await first();
    // Monday from 10:00 gives two hours, Tuesday from 9:00 the other two.
    expect(after?.dueAt).toBe(product.clock.now() + 25 * hour);
    expect(after?.intervals.filter(({ kind }) => kind === 'recalculated')).toHaveLength(1);
    const longer = { ...request, fields: { week: { ...week, 1: [{ from: '09:00', to: '17:00' }] } } };
    await patchObject(product.services.deps, directoryObjects.calendar, call(), longer);
    await product.drain();
    expect((await first())?.dueAt).toBe(before?.dueAt);
    expect(product.faults).toEqual([]);
  });

  it('counts running clocks anew when newer time zone data give another due time, once', async () => {
    const { deps } = product.services;
    expect(await followTimeZones(deps, '2026a')).toBe(false);
    const id = await submit();
    const doc = await product.store.aggregates.load<CaseState>(id);
    if (doc === undefined) throw new Error('the case is gone');
    const first = async () => (await state(id)).clocks.find((clock) => clock.id === 'first');
    const right = (await first())?.dueAt ?? 0;
    // As older data would have had it: an hour off.
    const clocks = doc.state.clocks.map((clock) =>
      clock.id === 'first' ? { ...clock, dueAt: right + hour } : clock,
    );
    await product.store.aggregates.replace({ ...doc, state: { ...doc.state, clocks } });
    expect(await followTimeZones(deps, '2026b')).toBe(true);
    await product.drain();
    const after = await first();
    expect(after?.dueAt).toBe(right);
    expect(after?.intervals.filter(({ kind }) => kind === 'recalculated')).toHaveLength(1);
    const { rev } = (await product.store.aggregates.load(id)) ?? {};
    expect(await followTimeZones(deps, '2026b')).toBe(false);
    expect(await followTimeZones(deps, '2026a')).toBe(false);
    expect(await followTimeZones(deps, '2026c')).toBe(true);
    await product.drain();
    expect((await product.store.aggregates.load(id))?.rev).toBe(rev);
    expect(product.faults).toEqual([]);
  });
});
