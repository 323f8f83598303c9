import type { Aggregate } from '../../domain/stream/aggregate.ts';
import type { Effect } from '../../domain/stream/effect.ts';
import { type EffectEngine, runClaimed, runEffect } from '../use-cases/effect/run-effect.ts';

/** Requests are answered between so many. */
const beginsInOneTurn = 4;

/** Runs effects of this process, at most `concurrency` at once; the rest wait in memory, their documents know of them anyway. */
export class EffectRunner {
  private readonly waiting: (() => Promise<unknown>)[] = [];
  private readonly queued = new Set<string>();
  private running = 0;
  /** Begun since the event loop last came round: on an engine that answers from memory, work never waits for anything. */
  private begun = 0;
  private stopped = false;
  private drained: (() => void)[] = [];
  private readonly engine: EffectEngine;
  private readonly concurrency: number;
  private readonly failed: (error: unknown) => void;

  constructor(engine: EffectEngine, concurrency: number, failed: (error: unknown) => void) {
    this.engine = engine;
    this.concurrency = concurrency;
    this.failed = failed;
  }

  /** Runs an effect whose lease this process holds already. */
  claimed(doc: Aggregate, effect: Effect): void {
    this.push(() => runClaimed(this.engine, { doc, effect }));
  }

  /** Claims and runs an effect; resolves when the attempt ended. The same effect is not queued twice. */
  run(aggregateId: string, effectId: string): Promise<void> {
    const key = `${aggregateId} ${effectId}`;
    if (this.queued.has(key)) return Promise.resolve();
    this.queued.add(key);
    return new Promise((resolve) => {
      this.push(async () => {
        this.queued.delete(key);
        await runEffect(this.engine, aggregateId, effectId).finally(resolve);
      });
    });
  }

  /** Resolves once nothing runs and nothing waits in this process. */
  idle(): Promise<void> {
    if (this.running === 0 && this.waiting.length === 0) return Promise.resolve();
    return new Promise((resolve) => this.drained.push(resolve));
  }

  /** Takes no more work and resolves when what runs has ended, or after `deadlineMs`. */
  async stop(deadlineMs: number): Promise<void> {
    this.stopped = true;
    this.waiting.length = 0;
    await Promise.race([
      this.idle(),
      new Promise<void>((resolve) => setTimeout(resolve, deadlineMs).unref()),
    ]);
  }

  private push(work: () => Promise<unknown>): void {
    if (this.stopped) return;
    this.waiting.push(work);
    this.next();
  }

  private turn(): void {
    this.begun = 0;
    this.next();
  }

  private next(): void {
    while (this.running < this.concurrency && this.begun < beginsInOneTurn) {
      const work = this.waiting.shift();
      if (work === undefined) break;
      this.running += 1;
      this.begun += 1;
      if (this.begun === 1) setImmediate(() => this.turn());
      void work()
        .catch(this.failed)
        .finally(() => {
          this.running -= 1;
          this.next();
        });
    }
    if (this.running === 0 && this.waiting.length === 0) {
      const waiters = this.drained;
      this.drained = [];
      for (const resolve of waiters) resolve();
    }
  }
}
