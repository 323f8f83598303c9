/** What comes first in an inbox: the most urgent, or what is due first. */
export const workOrders = ['priority', 'due'] as const;
export type WorkOrder = (typeof workOrders)[number];

/** An instant in milliseconds as text that sorts as time does; none sorts behind every one. */
export const stamp = (ms: number | null): string =>
  ms === null ? '9999999999999' : String(Math.max(0, ms)).padStart(13, '0');

/** Where a task stands in an inbox of that order, as text that sorts by code unit; what is due at one moment stands by urgency. */
export function workSort(
  { sort, dueAt }: { readonly sort: string; readonly dueAt: number | null },
  order: WorkOrder,
): string {
  return order === 'due' ? `${stamp(dueAt)} ${sort}` : sort;
}
