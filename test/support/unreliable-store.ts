import type { Store } from '../../server/ports/store.ts';

/** Calls of one part of the store that may fail; all of them unless named. */
export type Unreliable = Readonly<Partial<Record<keyof Store, readonly string[] | 'all'>>>;

/** The store, whose named calls ask `fails` first and end with “the disk is gone” when it says so. */
export function unreliableStore(store: Store, calls: Unreliable, fails: () => boolean): Store {
  const guard = <T extends object>(part: T, names: readonly string[] | 'all'): T =>
    new Proxy(part, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          const guarded = names === 'all' || names.includes(String(name));
          if (guarded && fails()) return Promise.reject(new Error('the disk is gone'));
          return Reflect.apply(value, target, args);
        };
      },
    });
  const parts = Object.entries(calls).map(([part, names]) => [
    part,
    guard(store[part as 'log'], names ?? 'all'),
  ]);
  return { ...store, ...Object.fromEntries(parts) };
}
