import type { Visits } from '../../ports/store.ts';

/** Counts the keys that ranges visit. */
export class KeyVisits implements Visits {
  #keys = 0;

  get keys(): number {
    return this.#keys;
  }

  visit(count: number): void {
    this.#keys += count;
  }

  reset(): void {
    this.#keys = 0;
  }
}
