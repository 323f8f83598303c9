import type { Store } from '../../server/ports/store.ts';

/** Where something else comes in between. */
export interface Interruption {
  readonly part: 'aggregates' | 'log';
  readonly call: string;
  /** Which call of that name; 1 is the first. */
  readonly nth: number;
  /** What happens before that call is carried out. */
  readonly meanwhile: () => Promise<unknown>;
}

/** The store as one process uses it, with something another process does right before one of its calls. */
export function interruptedStore(store: Store, { part, call, nth, meanwhile }: Interruption): Store {
  let calls = 0;
  const interrupted = new Proxy(store[part], {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return async (...args: unknown[]) => {
        if (name === call) calls += 1;
        if (name === call && calls === nth) await meanwhile();
        return Reflect.apply(value, target, args);
      };
    },
  });
  return { ...store, [part]: interrupted };
}
