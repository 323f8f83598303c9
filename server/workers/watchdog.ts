import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';

/** What a watchdog watches. */
export interface WatchdogOptions {
  readonly store: Store;
  readonly clock: Clock;
  /** When a ring was last heard, in epoch milliseconds. */
  readonly lastHeard: () => number;
  /** Builds the listener anew. */
  readonly rebuild: () => Promise<void>;
  /** Called when building anew has not helped: the process is to end and be started again. */
  readonly giveUp: (reason: string) => void;
  readonly failed: (error: unknown) => void;
  /** Overdue work without a ring for this long is silence, in ms. */
  readonly silentMs: number;
}

/** Notices a queue that has gone deaf: effects overdue while no ring is heard. First the listener is rebuilt, then the process given up. */
export class Watchdog {
  private readonly options: WatchdogOptions;
  private timer: NodeJS.Timeout | undefined;
  private rebuiltAt: number | undefined;

  constructor(options: WatchdogOptions) {
    this.options = options;
  }

  start(): void {
    this.timer = setInterval(
      () => void this.look().catch(this.options.failed),
      Math.max(1_000, this.options.silentMs / 3),
    );
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Looks once. */
  async look(): Promise<void> {
    const { store, clock, lastHeard, silentMs } = this.options;
    const now = clock.now();
    const overdue = await store.aggregates.due(now - silentMs, 1);
    if (overdue.length === 0 || now - lastHeard() < silentMs) {
      this.rebuiltAt = undefined;
      return;
    }
    if (this.rebuiltAt === undefined) {
      this.rebuiltAt = now;
      await this.options.rebuild();
      return;
    }
    if (now - this.rebuiltAt >= 2 * silentMs)
      this.options.giveUp(
        `effects have been overdue for ${silentMs} ms and no ring was heard since the listener was rebuilt`,
      );
  }
}
