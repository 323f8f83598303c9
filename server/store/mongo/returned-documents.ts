import type { Visits } from '../../ports/store.ts';

/** Counts the documents the server returned. */
export class ReturnedDocuments implements Visits {
  #keys = 0;

  get keys(): number {
    return this.#keys;
  }

  count(documents: number): void {
    this.#keys += documents;
  }

  reset(): void {
    this.#keys = 0;
  }
}
