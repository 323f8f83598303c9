import type { LoadPart } from './directory.ts';

/**
 * The load with a slot for the case, or `full` when the *other* slots reach the capacity or the load accepts none.
 * A slot that is there keeps its time. `capacity: null` means no limit.
 */
export function withSlot<L extends LoadPart>(
  load: L,
  caseId: string,
  capacity: number | null,
  at: number,
): L | 'full' {
  if (!load.accepts || (capacity !== null && otherSlots(load, caseId) >= capacity)) return 'full';
  return { ...load, slots: { ...load.slots, [caseId]: { at: load.slots[caseId]?.at ?? at } } };
}

/** The load with a slot for a case given by hand or found owned, whatever the capacity; the slot is flagged `over` beyond it. */
export function withSlotByHand<L extends LoadPart>(
  load: L,
  caseId: string,
  capacity: number | null,
  at: number,
): L {
  const over = capacity !== null && otherSlots(load, caseId) >= capacity;
  const since = load.slots[caseId]?.at ?? at;
  const slot = over ? ({ at: since, over: true } as const) : { at: since };
  return { ...load, slots: { ...load.slots, [caseId]: slot } };
}

/** The load without a slot for the case. */
export function withoutSlot<L extends LoadPart>(load: L, caseId: string): L {
  const { [caseId]: _freed, ...slots } = load.slots;
  return { ...load, slots };
}

/** The load that takes no automatic pick any more; what it holds stays until it is moved. */
export function refuseAll<L extends LoadPart>(load: L): L {
  return { ...load, accepts: false };
}

/** The load that takes automatic picks again. */
export function acceptAgain<L extends LoadPart>(load: L): L {
  return { ...load, accepts: true };
}

/** How many cases other than this one the person holds. */
export function otherSlots(load: LoadPart, caseId: string): number {
  const held = Object.keys(load.slots).length;
  return load.slots[caseId] === undefined ? held : held - 1;
}
