import type { Counters } from '../../ports/store.ts';
import { checkedId } from '../index-key.ts';
import type { Environment } from './environment.ts';
import type { Table } from './table.ts';

/** Numbers reserved on disk ahead of use; what a crash leaves of them is a gap. */
const block = 32;

/** Counters in LMDB: a number is given out once the disk knows that it may be used. */
export class EmbeddedCounters implements Counters {
  readonly #ceilings: Table<string>;
  readonly #known = new Map<string, { value: number; ceiling: number; reserved: Promise<void> }>();

  constructor(environment: Environment) {
    this.#ceilings = environment.table('counters');
  }

  async next(name: string): Promise<number> {
    const counter = this.#counter(name);
    const value = ++counter.value;
    if (value > counter.ceiling) {
      counter.ceiling = value + block;
      counter.reserved = this.#ceilings.put(name, String(counter.ceiling));
    }
    await counter.reserved;
    return value;
  }

  async raise(name: string, value: number): Promise<void> {
    if (!Number.isSafeInteger(value)) throw new Error(`A counter is a whole number, not ${value}`);
    const counter = this.#counter(name);
    if (value <= counter.value) return;
    counter.value = value;
    counter.ceiling = value;
    await this.#ceilings.put(name, String(value));
  }

  /** Gives back what was reserved and not used, so that an orderly stop leaves no gap. */
  async close(): Promise<void> {
    const writes = [...this.#known].map(([name, { value }]) => this.#ceilings.put(name, String(value)));
    await Promise.all(writes);
  }

  #counter(name: string) {
    const known = this.#known.get(checkedId(name));
    if (known) return known;
    const value = Number(this.#ceilings.get(name) ?? 0);
    const counter = { value, ceiling: value, reserved: Promise.resolve() };
    this.#known.set(name, counter);
    return counter;
  }
}
