/** Runs work for the same key one after another within this process; other keys run side by side. Saves lost races, guards nothing. */
export class KeyedTurns {
  private readonly last = new Map<string, Promise<unknown>>();

  /** Runs `work` after everything already asked for under `key`, whatever became of that. */
  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    const settledMine = mine.catch(() => undefined);
    this.last.set(key, settledMine);
    try {
      return await mine;
    } finally {
      if (this.last.get(key) === settledMine) this.last.delete(key);
    }
  }
}
