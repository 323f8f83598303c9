/** The most recently used values by key, within a budget: what falls out is read again from the store. */
export class Recent<V extends { readonly size: number }> {
  readonly #kept = new Map<string, V>();
  readonly #budget: number;
  #size = 0;

  /** `budget` bounds the sum of the values' sizes. */
  constructor(budget: number) {
    this.#budget = budget;
  }

  get(key: string): V | undefined {
    const value = this.#kept.get(key);
    if (!value) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, value);
    return value;
  }

  keep(key: string, value: V): void {
    this.#drop(key);
    this.#kept.set(key, value);
    this.#size += value.size;
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= this.#budget) return;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    const value = this.#kept.get(key);
    if (!value) return;
    this.#kept.delete(key);
    this.#size -= value.size;
  }
}
