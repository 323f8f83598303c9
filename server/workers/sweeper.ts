import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import type { EffectRunner } from './effect-runner.ts';
import type { Sequencer } from './sequencer.ts';

/** What a sweeper needs to know. */
export interface SweeperOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly runner: EffectRunner;
  readonly sequencer: Sequencer;
  readonly holder: string;
  /** How often it looks, in ms. */
  readonly everyMs: number;
  readonly failed: (error: unknown) => void;
}

const page = 200;

/** Finds what is due whatever became of its ring: one tick over `nextDueAt`, never a timer per effect. */
export class Sweeper {
  private readonly options: SweeperOptions;
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(options: SweeperOptions) {
    this.options = options;
  }

  start(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.turn = this.sweep()
        .catch(this.options.failed)
        .then(() => this.start());
    }, this.options.everyMs);
  }

  /** Looks once; resolves when everything found due has been attempted. Answers how many documents owed something. */
  async sweep(): Promise<void> {
    const { store, clock, holder } = this.options;
    if (
      store.engine === 'mongo' &&
      !(await store.leases.hold('sweeper', holder, clock.now(), this.options.everyMs * 3))
    )
      return;
    let before = '';
    for (;;) {
      const due = await store.aggregates.due(clock.now(), page);
      await Promise.all(due.map(({ id }) => this.attempt(id)));
      const signature = due.map(({ id, nextDueAt }) => `${id}@${nextDueAt}`).join(' ');
      // The same page again means that what is due cannot be done just now: leave it to the next tick.
      if (due.length < page || signature === before || this.stopped) return;
      before = signature;
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.turn;
  }

  private async attempt(id: string): Promise<void> {
    const { store, clock, runner, sequencer } = this.options;
    const doc = await store.aggregates.load(id);
    if (doc === undefined) return;
    if (doc.logged < doc.seq) sequencer.owe(id);
    const now = clock.now();
    const due = doc.effects.filter(
      (effect) => !effect.quarantined && effect.dueAt <= now && effect.leaseUntil <= now,
    );
    await Promise.all(due.map((effect) => runner.run(id, effect.id)));
  }
}
