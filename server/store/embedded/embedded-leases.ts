import type { Leases } from '../../ports/store.ts';

/** Leases in memory: the one process that may open the data directory holds them all, and a dead one none. */
export class EmbeddedLeases implements Leases {
  readonly #held = new Map<string, { readonly holder: string; readonly until: number }>();

  async hold(name: string, holder: string, now: number, ms: number): Promise<boolean> {
    const held = this.#held.get(name);
    if (held && held.holder !== holder && held.until > now) return false;
    this.#held.set(name, { holder, until: now + ms });
    return true;
  }

  async release(name: string, holder: string): Promise<void> {
    if (this.#held.get(name)?.holder === holder) this.#held.delete(name);
  }
}
