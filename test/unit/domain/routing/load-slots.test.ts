import { describe, expect, test } from 'vitest';
import type { LoadView } from '../../../../domain/routing/directory.ts';
import {
  acceptAgain,
  otherSlots,
  refuseAll,
  withoutSlot,
  withSlot,
  withSlotByHand,
} from '../../../../domain/routing/load-slots.ts';

const load = (...cases: string[]): LoadView => ({
  person: 'ana',
  rev: 1,
  accepts: true,
  slots: Object.fromEntries(cases.map((id, i) => [id, { at: i }])),
});

describe('an automatic seat', () => {
  test('is given below capacity', () => {
    expect(withSlot(load('c1'), 'c2', 2, 9)).toEqual({
      ...load('c1'),
      slots: { c1: { at: 0 }, c2: { at: 9 } },
    });
  });

  test('is refused when the other slots reach capacity', () => {
    expect(withSlot(load('c1', 'c2'), 'c3', 2, 9)).toBe('full');
  });

  test('does not count the case’s own slot, and keeps its time', () => {
    expect(withSlot(load('c1', 'c2'), 'c2', 2, 9)).toEqual(load('c1', 'c2'));
  });

  test('is kept for people without a cap too', () => {
    expect(withSlot(load('c1', 'c2'), 'c3', null, 9)).toMatchObject({ slots: { c3: { at: 9 } } });
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
    expect(withSlotByHand(load('c1'), 'c2', 1, 9).slots['c2']).toEqual({ at: 9, over: true });
  });

  test('is not flagged below capacity, nor without one', () => {
    expect(withSlotByHand(load('c1'), 'c2', 2, 9).slots['c2']).toEqual({ at: 9 });
    expect(withSlotByHand(load('c1'), 'c2', null, 9).slots['c2']).toEqual({ at: 9 });
  });

  test('is given even where none is accepted', () => {
    expect(withSlotByHand(refuseAll(load('c1')), 'c1', 5, 9).slots).toEqual({ c1: { at: 0 } });
  });
});

test('a freed slot is gone, and the others stay', () => {
  expect(withoutSlot(load('c1', 'c2'), 'c1').slots).toEqual({ c2: { at: 1 } });
  expect(withoutSlot(load('c1'), 'c9')).toEqual(load('c1'));
});

test('other slots are all but the case’s own', () => {
  expect(otherSlots(load('c1', 'c2'), 'c1')).toBe(1);
  expect(otherSlots(load('c1', 'c2'), 'c3')).toBe(2);
});
