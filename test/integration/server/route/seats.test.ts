import { afterEach, beforeEach, expect, it } from 'vitest';
import { slottedCases } from '../../../../domain/routing/load-slots.ts';
import { type CaseState, emptyCase } from '../../../../domain/stream/case/case-state.ts';
import type { LoadState } from '../../../../domain/stream/load/load-stream.ts';
import type { Store } from '../../../../server/ports/store.ts';
import type { CommandDeps } from '../../../../server/use-cases/command/deps.ts';
import { seat } from '../../../../server/use-cases/route/seat.ts';
import { seatPick } from '../../../../server/use-cases/route/seat-pick.ts';
import { countingIds } from '../../../support/counting-ids.ts';
import { type Interruption, interruptedStore } from '../../../support/interrupted-store.ts';
import { makeAggregate } from '../../../support/make-aggregate.ts';
import { openTestStore } from '../../../support/open-store.ts';
import { aMonday } from '../../../support/product.ts';

let opened: Awaited<ReturnType<typeof openTestStore>>;
beforeEach(async () => {
  opened = await openTestStore();
});
afterEach(() => opened.close());

/** One process that seats; what another does comes in between its calls. */
const worker = (interruption?: Interruption): CommandDeps => ({
  store: interruption === undefined ? opened.store : interruptedStore(opened.store, interruption),
  clock: { now: () => aMonday },
  ids: countingIds('seats'),
  claimMs: 0,
  committed: () => undefined,
});

/** One whose n-th call of the aggregates comes after what another does meanwhile. */
const workerWhile = (call: string, nth: number, meanwhile: () => Promise<void>): CommandDeps =>
  worker({ part: 'aggregates', call, nth, meanwhile });

const slotsOf = async (person: string): Promise<string[]> => {
  const load = await opened.store.aggregates.load<LoadState>(`load:${person}`);
  return load === undefined ? [] : slottedCases(load.state);
};

/** Makes the case one that this person has; null: nobody has it, since it waits for a decision. */
async function give(owner: string | null): Promise<void> {
  const { aggregates }: Pick<Store, 'aggregates'> = opened.store;
  const routed = owner === null ? {} : { 1: { epoch: 1, kind: 'assigned', at: aMonday } };
  const state = { ...emptyCase, open: true, epoch: 1, owner, routed } as CaseState;
  const doc = await aggregates.load<CaseState>('c1');
  if (doc === undefined) await aggregates.insert(makeAggregate('c1', { state }));
  else await aggregates.replace({ ...doc, state });
}

it('takes no slot away that was kept by a pick meanwhile', async () => {
  await give('bea');
  await seatPick(worker(), 'bo', 'c1', 1);
  const late = workerWhile('replace', 1, async () => {
    await seatPick(worker(), 'bo', 'c1', 1);
    await give('bo');
  });
  expect(await seat(late, 'bo', 'c1', 1)).toBe('in');
  expect(await slotsOf('bo')).toEqual(['c1']);
});

it('takes no slot away that was found right by another seat meanwhile', async () => {
  await give('bea');
  await seatPick(worker(), 'bo', 'c1', 1);
  const late = workerWhile('replace', 1, async () => {
    await give('bo');
    expect(await seat(worker(), 'bo', 'c1', 1)).toBe('in');
  });
  expect(await seat(late, 'bo', 'c1', 1)).toBe('in');
  expect(await slotsOf('bo')).toEqual(['c1']);
});

it('brings no slot back that was taken away while it looked at the case', async () => {
  await give('bo');
  await seatPick(worker(), 'bo', 'c1', 1);
  const late = workerWhile('load', 2, async () => {
    await give('bea');
    expect(await seat(worker(), 'bo', 'c1', 1)).toBe('out');
  });
  expect(await seat(late, 'bo', 'c1', 1)).toBe('out');
  expect(await slotsOf('bo')).toEqual([]);
});

it('leaves the slot of a case that waits for a decision as it is', async () => {
  await give(null);
  await seatPick(worker(), 'bo', 'c1', 1);
  expect(await seat(worker(), 'bo', 'c1', 1)).toBe('as-it-is');
  expect(await slotsOf('bo')).toEqual(['c1']);
  expect(await seat(worker(), 'bea', 'c1', 1)).toBe('as-it-is');
  expect(await slotsOf('bea')).toEqual([]);
});

it('counts the other cases alone, and seats beyond capacity by hand only, flagged', async () => {
  await give(null);
  expect(await seatPick(worker(), 'bo', 'c1', 1)).toBe('seated');
  expect(await seatPick(worker(), 'bo', 'c1', 1)).toBe('seated');
  expect(await seatPick(worker(), 'bo', 'c2', 1)).toBe('full');
  await give('bea');
  await seatPick(worker(), 'bea', 'other', 1);
  expect(await seat(worker(), 'bea', 'c1', 1)).toBe('in');
  const load = await opened.store.aggregates.load<LoadState>('load:bea');
  expect(load?.state.slots[0]).toMatchObject({ caseId: 'c1', over: true });
});
