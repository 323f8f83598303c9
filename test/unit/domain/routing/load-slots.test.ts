import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LoadView } from '../../../../domain/routing/directory.ts';
import {
  acceptAgain,
  orderedSlots,
  otherSlots,
  refuseAll,
  slotOf,
  slottedCases,
  withoutSlot,
  withSlot,
  withSlotByHand,
} from '../../../../domain/routing/load-slots.ts';

const load = (...cases: string[]): LoadView => ({
  person: 'ana',
  rev: 1,
  accepts: true,
  slots: cases.map((caseId, at) => ({ caseId, at })),
});

describe('an automatic seat', () => {
  test('is given below capacity', () => {
    expect(withSlot(load('c1'), 'c2', 2, 9)).toEqual({
      ...load('c1'),
      slots: [
        { caseId: 'c1', at: 0 },
        { caseId: 'c2', at: 9 },
      ],
    });
  });

  test('is refused when the other slots reach capacity', () => {
    expect(withSlot(load('c1', 'c2'), 'c3', 2, 9)).toBe('full');
  });

  test('does not count the case’s own slot, and keeps its time', () => {
    expect(withSlot(load('c1', 'c2'), 'c2', 2, 9)).toEqual(load('c1', 'c2'));
  });

  test('is kept for people without a cap too', () => {
    const held = withSlot(load('c1', 'c2'), 'c3', null, 9);
    expect(held === 'full' ? held : slotOf(held, 'c3')).toEqual({ caseId: 'c3', at: 9 });
  });

  test('is refused at capacity 0', () => {
    expect(withSlot(load(), 'c1', 0, 9)).toBe('full');
  });

  test('is refused while the load accepts none, until it accepts again', () => {
    expect(withSlot(refuseAll(load()), 'c1', null, 9)).toBe('full');
    expect(withSlot(acceptAgain(refuseAll(load())), 'c1', null, 9)).not.toBe('full');
  });

  test('makes a new document even when the slot is there: keeping is a write', () => {
    const before = load('c1');
    expect(withSlot(before, 'c1', 5, 9)).not.toBe(before);
  });
});

describe('a seat by hand', () => {
  test('is flagged beyond capacity', () => {
    expect(slotOf(withSlotByHand(load('c1'), 'c2', 1, 9), 'c2')).toEqual({ caseId: 'c2', at: 9, over: true });
  });

  test('is not flagged below capacity, nor without one', () => {
    expect(slotOf(withSlotByHand(load('c1'), 'c2', 2, 9), 'c2')).toEqual({ caseId: 'c2', at: 9 });
    expect(slotOf(withSlotByHand(load('c1'), 'c2', null, 9), 'c2')).toEqual({ caseId: 'c2', at: 9 });
  });

  test('is given even where none is accepted', () => {
    expect(withSlotByHand(refuseAll(load('c1')), 'c1', 5, 9).slots).toEqual([{ caseId: 'c1', at: 0 }]);
  });
});

test('a freed slot is gone, and the others stay', () => {
  expect(withoutSlot(load('c1', 'c2'), 'c1').slots).toEqual([{ caseId: 'c2', at: 1 }]);
  expect(withoutSlot(load('c1'), 'c9')).toEqual(load('c1'));
});

/** What a walk of comings and goings leaves, by the list and by a map. */
function walked(steps: readonly (readonly [string, boolean])[]) {
  const held = new Map<string, number>();
  let state = load();
  for (const [at, [id, comes]] of steps.entries()) {
    const next = comes ? withSlot(state, id, null, at) : withoutSlot(state, id);
    if (next !== 'full') state = next;
    if (!comes) held.delete(id);
    else held.set(id, held.get(id) ?? at);
  }
  return { held, state };
}

test('the list of slots stays ordered by case whatever comes and goes, and each is found', () => {
  const id = fc.nat(30).map((number) => `c${number}`);
  fc.assert(
    fc.property(fc.array(fc.tuple(id, fc.boolean()), { maxLength: 60 }), fc.array(id), (steps, asked) => {
      const { held, state } = walked(steps);
      expect(slottedCases(state)).toEqual([...held.keys()].sort());
      expect(orderedSlots([...state.slots].reverse())).toEqual(state.slots);
      for (const one of asked) expect(slotOf(state, one)?.at).toBe(held.get(one));
    }),
  );
});

test('other slots are all but the case’s own', () => {
  expect(otherSlots(load('c1', 'c2'), 'c1')).toBe(1);
  expect(otherSlots(load('c1', 'c2'), 'c3')).toBe(2);
});
