import type { Store } from '../../../server/ports/store.ts';

/** A call of the store that waits to be let through. */
interface Waiting {
  readonly worker: string;
  readonly make: () => Promise<unknown>;
  readonly answer: (made: Promise<unknown>) => void;
}

const ports = ['aggregates', 'log', 'blobs', 'work', 'records', 'counters', 'leases'] as const;
/** Turns of the event loop after which whoever got an answer has asked for the next thing. */
const turns = 4;

/** Holds back every call of several products on one store, and lets through one at a time: the schedule is whoever opens it. */
export class Gate {
  private waiting: Waiting[] = [];
  private readonly dead = new Set<string>();
  private readonly real: Store;

  constructor(real: Store) {
    this.real = real;
  }

  /** The store as this worker sees it; like a shared server, which other processes write too. */
  storeFor(worker: string): Store {
    const wrapped = Object.fromEntries(ports.map((name) => [name, this.gated(worker, this.real[name])]));
    return { ...this.real, ...wrapped, engine: 'mongo' } as Store;
  }

  /** How many calls wait. */
  get size(): number {
    return this.waiting.length;
  }

  /** Nothing this worker asked for, or asks for from now on, is ever answered. */
  kill(worker: string): void {
    this.dead.add(worker);
    this.waiting = this.waiting.filter((call) => call.worker !== worker);
  }

  /** Lets one waiting call through, and waits until it has been answered and followed up. */
  async letThrough(index: number): Promise<void> {
    const call = this.waiting[index];
    if (call === undefined) return;
    this.waiting.splice(index, 1);
    const made = call.make();
    if (!this.dead.has(call.worker)) call.answer(made);
    await made.catch(() => undefined);
    await this.followedUp();
  }

  async followedUp(): Promise<void> {
    for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }

  private gated(worker: string, port: object): object {
    return new Proxy(port, {
      get: (target, key) => {
        const method: unknown = Reflect.get(target, key, target);
        if (typeof method !== 'function') return method;
        return (...args: unknown[]) =>
          new Promise((answer) => {
            if (this.dead.has(worker)) return;
            const make = (): Promise<unknown> => Promise.resolve(method.apply(target, args));
            this.waiting.push({ worker, make, answer });
          });
      },
    });
  }
}
