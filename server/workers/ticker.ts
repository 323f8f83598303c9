import type { Clock } from '../ports/clock.ts';
import type { Leases } from '../ports/store.ts';

/** Something to be done again and again. */
export interface Tick {
  /** Names the work in leases. */
  readonly name: string;
  readonly everyMs: number;
  readonly run: () => Promise<unknown>;
}

/** What a ticker stands on. */
export interface TickerOptions {
  readonly leases: Leases;
  readonly clock: Clock;
  /** Names this process in leases. */
  readonly holder: string;
  readonly failed: (what: string, error: unknown) => void;
}

/** Repeats work while the process runs: each kind in one process at a time where the lease works out, never beside itself. */
export class Ticker {
  private readonly options: TickerOptions;
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly running = new Map<string, Promise<void>>();
  private stopped = false;

  constructor(options: TickerOptions) {
    this.options = options;
  }

  /** Begins to repeat; the first time after one interval. */
  start(ticks: readonly Tick[]): void {
    for (const tick of ticks) this.arm(tick);
  }

  /** Begins nothing more and resolves when what runs has ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    for (const timer of this.timers.values()) clearTimeout(timer);
    await Promise.all(this.running.values());
  }

  private arm(tick: Tick): void {
    if (this.stopped) return;
    const timer = setTimeout(() => {
      const turn = this.once(tick).finally(() => {
        this.running.delete(tick.name);
        this.arm(tick);
      });
      this.running.set(tick.name, turn);
    }, tick.everyMs);
    timer.unref();
    this.timers.set(tick.name, timer);
  }

  private async once({ name, everyMs, run }: Tick): Promise<void> {
    const { leases, clock, holder, failed } = this.options;
    try {
      if (await leases.hold(`tick:${name}`, holder, clock.now(), everyMs * 3)) await run();
    } catch (error) {
      failed(name, error);
    }
  }
}
