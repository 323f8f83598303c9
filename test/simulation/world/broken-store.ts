import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { LogRow } from '../../../server/ports/log.ts';
import type { Store } from '../../../server/ports/store.ts';

/** Ways in which a store, or whoever uses it, could be wrong without anybody being told. */
export const storeMutants = [
  'pools are written without their _v',
  'loads are written without their _v',
  'cases are written without their _v',
  'a duplicate in the log is swallowed',
  'a write is answered and forgotten',
  'nextDueAt stays as it was read',
] as const;
export type StoreMutant = (typeof storeMutants)[number];

const withoutVersion: Partial<Record<StoreMutant, string>> = {
  'pools are written without their _v': 'pool',
  'loads are written without their _v': 'load',
  'cases are written without their _v': 'case',
};

/** A store that is wrong in one way. */
export function brokenStore(real: Store, mutant: StoreMutant): Store {
  let writes = 0;
  const replace = async <S>(doc: Aggregate<S>): Promise<boolean> => {
    writes += 1;
    if (mutant === 'a write is answered and forgotten' && writes % 40 === 0) return true;
    const before = await real.aggregates.load<S>(doc._id);
    const stale = mutant === 'nextDueAt stays as it was read' && before !== undefined;
    const next = stale ? { ...doc, nextDueAt: before.nextDueAt } : doc;
    if (await real.aggregates.replace(next)) return true;
    if (before === undefined || withoutVersion[mutant] !== doc.kind) return false;
    return real.aggregates.replace({ ...doc, _v: before._v });
  };
  const append = async (rows: readonly LogRow[]): Promise<number> => {
    const appended = await real.log.append(rows);
    return mutant === 'a duplicate in the log is swallowed' ? rows.length : appended;
  };
  return {
    ...real,
    aggregates: overriding(real.aggregates, 'replace', replace),
    log: overriding(real.log, 'append', append),
  };
}

function overriding<P extends object>(port: P, name: string, method: unknown): P {
  return new Proxy(port, {
    get(target, key) {
      if (key === name) return method;
      const own: unknown = Reflect.get(target, key, target);
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });
}
