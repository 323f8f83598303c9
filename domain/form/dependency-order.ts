/** An order in which everything comes after what it depends on, and what cannot be put in one because it leads back to itself. */
export interface DependencyOrder {
  readonly order: readonly string[];
  /** What is on a circle, or depends on one. */
  readonly circular: readonly string[];
}

/** Puts ids in an order of dependence, keeping the given order where it is free to (Kahn's algorithm). */
export function dependencyOrder(dependencies: ReadonlyMap<string, ReadonlySet<string>>): DependencyOrder {
  const order: string[] = [];
  const placed = new Set<string>();
  let waiting = [...dependencies.keys()];
  for (let before = -1; waiting.length !== before; ) {
    before = waiting.length;
    const later: string[] = [];
    for (const id of waiting) {
      if (isReady(dependencies.get(id), placed)) {
        order.push(id);
        placed.add(id);
      } else later.push(id);
    }
    waiting = later;
  }
  return { order, circular: waiting };
}

function isReady(needs: ReadonlySet<string> | undefined, placed: ReadonlySet<string>): boolean {
  for (const need of needs ?? []) if (!placed.has(need)) return false;
  return true;
}

/** For each id in the order, everything it depends on, directly or through others. */
export function transitiveDependencies(
  order: readonly string[],
  dependencies: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const all = new Map<string, ReadonlySet<string>>();
  for (const id of order) {
    const reached = new Set<string>();
    for (const direct of dependencies.get(id) ?? []) {
      reached.add(direct);
      for (const further of all.get(direct) ?? []) reached.add(further);
    }
    all.set(id, reached);
  }
  return all;
}
