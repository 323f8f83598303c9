import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { slottedCases } from '../../../../domain/routing/load-slots.ts';
import type { Aggregate } from '../../../../domain/stream/aggregate.ts';
import type { LoadState } from '../../../../domain/stream/load/load-stream.ts';
import { personStream } from '../../../../domain/stream/person/person-stream.ts';
import { bringToFormat } from '../../../../server/use-cases/upkeep/store-format.ts';
import { makeAggregate } from '../../../support/make-aggregate.ts';
import { openTestStore } from '../../../support/open-store.ts';

let opened: Awaited<ReturnType<typeof openTestStore>>;
beforeEach(async () => {
  opened = await openTestStore();
});
afterEach(() => opened.close());

/** A load as the first form wrote it. */
const firstLoad = (id: string, slots: object): Aggregate =>
  makeAggregate(id, { kind: 'load', state: { accepts: true, slots } as never });

/** A person as it was written before the store kept addresses apart. */
const firstPerson = (id: string, email: string): Aggregate => {
  const state = { ...personStream.initial, name: id, email, active: true };
  const { unique: _unknown, ...index } = personStream.indexOf(state, id);
  return makeAggregate(id, { kind: 'person', state: state as never, index });
};

const slotsOf = async (id: string) => (await opened.store.aggregates.load<LoadState>(id))?.state.slots;

describe('a store of the first form', () => {
  it('has its slots as a list afterwards, ordered, with their times and flags', async () => {
    const { aggregates } = opened.store;
    await aggregates.insert(firstLoad('load:bo', { c2: { at: 7, over: true }, c1: { at: 5 } }));
    expect(await bringToFormat(opened.store)).toBe(1);
    expect(await slotsOf('load:bo')).toEqual([
      { caseId: 'c1', at: 5 },
      { caseId: 'c2', at: 7, over: true },
    ]);
  });

  it('keeps addresses apart afterwards; where two have had the same one, nothing else stops working', async () => {
    const { aggregates } = opened.store;
    await aggregates.insert(firstPerson('person:bea', 'bea@example.test'));
    await aggregates.insert(firstPerson('person:bo', 'shared@example.test'));
    await aggregates.insert(firstPerson('person:bob', 'shared@example.test'));
    expect(await bringToFormat(opened.store)).toBe(2);
    const second = { ...firstPerson('person:bibi', 'bea@example.test') };
    const named = { ...second, index: { ...second.index, unique: 'email:bea@example.test' } };
    await expect(aggregates.insert(named)).rejects.toThrow('email:bea@example.test');
    expect((await aggregates.load('person:bob'))?._v).toBe(1);
  });

  it('is rewritten once', async () => {
    await opened.store.aggregates.insert(firstLoad('load:bo', { c1: { at: 5 } }));
    expect(await bringToFormat(opened.store)).toBe(1);
    expect(await bringToFormat(opened.store)).toBe(0);
    const load = await opened.store.aggregates.load<LoadState>('load:bo');
    expect(load?._v).toBe(2);
    expect(load === undefined ? [] : slottedCases(load.state)).toEqual(['c1']);
  });
});

it('leaves an empty store with the note of its form', async () => {
  expect(await bringToFormat(opened.store)).toBe(0);
  expect((await opened.store.records.get('cursor', 'store-format'))?.data).toEqual({ format: 3 });
});

it('refuses a store that a later version has written, and says what to do', async () => {
  await opened.store.records.insert('cursor', {
    ...{ _id: 'store-format', _v: 1, lists: [], sort: '', expiresAt: null },
    data: { format: 4 },
  });
  await expect(bringToFormat(opened.store)).rejects.toMatchObject({
    code: 'STORE_NEWER',
    message: expect.stringContaining('Start that one'),
  });
});
