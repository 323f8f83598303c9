/** Things to be done at their times; those of one time in the order they were added. */
export interface Agenda<T> {
  add(at: number, thing: T): void;
  /** When the next one is due; infinity when there is none. */
  nextAt(): number;
  /** Takes the next one out. */
  take(): T | undefined;
}

/** An empty agenda, kept as a binary heap. */
export function createAgenda<T>(): Agenda<T> {
  const heap: { readonly at: number; readonly order: number; readonly thing: T }[] = [];
  let order = 0;
  const isBefore = (a: number, b: number): boolean => {
    const [one, other] = [heap[a], heap[b]];
    if (one === undefined || other === undefined) return one !== undefined;
    return one.at < other.at || (one.at === other.at && one.order < other.order);
  };
  const swap = (a: number, b: number): void => {
    const [one, other] = [heap[a], heap[b]];
    if (one === undefined || other === undefined) return;
    heap[a] = other;
    heap[b] = one;
  };
  return {
    add(at, thing) {
      heap.push({ at, order, thing });
      order += 1;
      for (let i = heap.length - 1; i > 0; ) {
        const above = (i - 1) >> 1;
        if (!isBefore(i, above)) break;
        swap(i, above);
        i = above;
      }
    },
    nextAt: () => heap[0]?.at ?? Number.POSITIVE_INFINITY,
    take() {
      const first = heap[0];
      const last = heap.pop();
      if (first === undefined || last === undefined) return undefined;
      if (heap.length === 0) return first.thing;
      heap[0] = last;
      for (let i = 0; ; ) {
        const [left, right] = [2 * i + 1, 2 * i + 2];
        const below = isBefore(right, left) ? right : left;
        if (below >= heap.length || !isBefore(below, i)) break;
        swap(below, i);
        i = below;
      }
      return first.thing;
    },
  };
}
