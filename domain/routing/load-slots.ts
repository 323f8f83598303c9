import type { LoadPart, Slot } from './directory.ts';

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
  return withOne(load, { caseId, at: slotOf(load, caseId)?.at ?? at });
}

/** The load with a slot for a case given by hand or found owned, whatever the capacity; the slot is flagged `over` beyond it. */
export function withSlotByHand<L extends LoadPart>(
  load: L,
  caseId: string,
  capacity: number | null,
  at: number,
): L {
  const over = capacity !== null && otherSlots(load, caseId) >= capacity;
  const since = slotOf(load, caseId)?.at ?? at;
  return withOne(load, over ? { caseId, at: since, over: true } : { caseId, at: since });
}

/** The load without a slot for the case. */
export function withoutSlot<L extends LoadPart>(load: L, caseId: string): L {
  return { ...load, slots: load.slots.filter((slot) => slot.caseId !== caseId) };
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
  const held = load.slots.length;
  return slotOf(load, caseId) === undefined ? held : held - 1;
}

/** The slot of a case, if the person has one for it. */
export function slotOf(load: LoadPart, caseId: string): Slot | undefined {
  const slot = load.slots[placeOf(load.slots, caseId)];
  return slot?.caseId === caseId ? slot : undefined;
}

/** The cases that the person has slots for, in order. */
export function slottedCases(load: LoadPart): string[] {
  return load.slots.map((slot) => slot.caseId);
}

/** Slots in the order their list keeps: by case. */
export function orderedSlots(slots: Iterable<Slot>): Slot[] {
  return [...slots].sort((a, b) => (a.caseId < b.caseId ? -1 : 1));
}

function withOne<L extends LoadPart>(load: L, slot: Slot): L {
  const place = placeOf(load.slots, slot.caseId);
  const there = load.slots[place]?.caseId === slot.caseId ? 1 : 0;
  return { ...load, slots: load.slots.toSpliced(place, there, slot) };
}

/** Where the case stands in the list, or would. */
function placeOf(slots: readonly Slot[], caseId: string): number {
  let from = 0;
  let to = slots.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((slots[middle]?.caseId ?? '') < caseId) from = middle + 1;
    else to = middle;
  }
  return from;
}
