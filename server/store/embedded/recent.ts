/**
 * Recently used values by key, within a budget: what falls out is read again from the store.
 * Two generations in place of an order by use: a value that is asked for moves into the young one, and when that holds half
 * the budget the old one goes as a whole. Asking for what is young moves nothing.
 */
export class Recent<V extends { readonly size: number }> {
  #young = new Map<string, V>();
  #old = new Map<string, V>();
  readonly #half: number;
  #size = 0;

  /** `budget` bounds the sum of the values' sizes, but for the last one kept. */
  constructor(budget: number) {
    this.#half = budget / 2;
  }

  get(key: string): V | undefined {
    const young = this.#young.get(key);
    if (young) return young;
    const old = this.#old.get(key);
    if (old) this.keep(key, old);
    return old;
  }

  keep(key: string, value: V): void {
    this.#size += value.size - (this.#young.get(key)?.size ?? 0);
    this.#young.set(key, value);
    if (this.#size <= this.#half) return;
    this.#old = this.#young;
    this.#young = new Map();
    this.#size = 0;
  }
}
