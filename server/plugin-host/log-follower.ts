import type { LogReader } from '../use-cases/delivery/follow-log.ts';

/** How often the log is looked at when nobody wakes the follower, and how long events gather after a wake, in ms. */
const everyMs = 1_000;
const gatherMs = 25;

/** Looks at the log again and again: each second, and soon after events were written to it here. Never beside itself. */
export class LogFollower {
  private readonly reader: LogReader;
  private readonly failed: (error: unknown) => void;
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<void> | undefined;
  private woken = false;
  private started = false;

  constructor(reader: LogReader, failed: (error: unknown) => void) {
    this.reader = reader;
    this.failed = failed;
  }

  start(): void {
    this.started = true;
    this.arm(everyMs);
  }

  /** Says that there may be something new. */
  wake(): void {
    if (!this.started || this.woken) return;
    this.woken = true;
    if (this.turn === undefined) this.arm(gatherMs);
  }

  /** Looks no more, and resolves when what runs has ended. */
  async stop(): Promise<void> {
    this.started = false;
    clearTimeout(this.timer);
    await this.turn;
  }

  private arm(ms: number): void {
    clearTimeout(this.timer);
    if (!this.started) return;
    this.timer = setTimeout(() => {
      this.woken = false;
      this.turn = this.look().finally(() => {
        this.turn = undefined;
        this.arm(this.woken ? gatherMs : everyMs);
      });
    }, ms);
    this.timer.unref();
  }

  private async look(): Promise<void> {
    try {
      while (this.started && (await this.reader.follow()));
    } catch (error) {
      this.failed(error);
    }
  }
}
