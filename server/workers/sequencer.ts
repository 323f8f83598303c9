import type { Aggregate } from '../../domain/stream/aggregate.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { type Fork, sequence } from '../use-cases/log/sequence.ts';

/** What a sequencer needs to know. */
export interface SequencerOptions {
  readonly store: Store;
  readonly clock: Clock;
  /** Names this process in the lease. */
  readonly holder: string;
  /** How long events may gather before a batch is written, in ms. */
  readonly gatherMs: number;
  /** Projects a document before it counts as logged, so that the log's debt guarantees the projection. */
  readonly project: (doc: Aggregate) => Promise<void>;
  readonly forked: (forks: readonly Fork[]) => void;
  readonly appended: () => void;
  readonly failed: (error: unknown) => void;
}

const leaseMs = 3_000;
/** So few that requests are answered between two batches. */
const batchSize = 32;

/** Brings committed events into the one log, in batches, one process at a time where the lease works out. */
export class Sequencer {
  private readonly dirty = new Set<string>();
  private readonly options: SequencerOptions;
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(options: SequencerOptions) {
    this.options = options;
  }

  /** Says that an aggregate has events the log lacks. */
  owe(id: string): void {
    if (this.stopped) return;
    this.dirty.add(id);
    this.timer ??= setTimeout(() => this.wake(), this.options.gatherMs);
  }

  /** Brings in everything owed so far; resolves when it stands in the log. */
  async flush(): Promise<void> {
    this.wake();
    await this.turn;
  }

  /** Brings in what is owed, then stops. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.flush();
  }

  private wake(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.turn = this.turn.then(() => this.drain()).catch(this.options.failed);
  }

  private async drain(): Promise<void> {
    const { store, clock, holder } = this.options;
    while (this.dirty.size > 0) {
      const batch = [...this.dirty].slice(0, batchSize);
      // Another holder at work costs a lost race at most: the lease is for speed.
      const alone =
        store.engine === 'embedded' || (await store.leases.hold('sequencer', holder, clock.now(), leaseMs));
      if (!alone) await new Promise((resolve) => setTimeout(resolve, 20));
      for (const id of batch) this.dirty.delete(id);
      try {
        const forks = await sequence(store, batch, this.options.project);
        if (forks.length > 0) this.options.forked(forks);
        this.options.appended();
        await new Promise((resolve) => setImmediate(resolve));
      } catch (error) {
        for (const id of batch) this.dirty.add(id);
        throw error;
      }
    }
  }
}
