import { DomainError } from '../../../domain/error/domain-error.ts';
import { Fault } from '../../../domain/error/fault.ts';
import type { Store } from '../../../server/ports/store.ts';
import { type Product, startProduct } from '../../support/product.ts';
import type { VirtualClock } from '../../support/virtual-clock.ts';
import { seededBelow } from '../model/walk.ts';
import { Gate } from './gate.ts';
import type { ClientStep } from './world.ts';

/** What one schedule did. */
export interface Scheduled {
  readonly steps: number;
  readonly acknowledged: readonly {
    readonly stream: string;
    readonly commandId: string;
    readonly number?: string;
  }[];
}

/** How many products work on the store. */
const workers = 3;
/** Within so many steps: one sweep begins, time passes once, and (much rarer) a process dies. */
const sweepEvery = 12;
const passEvery = 60;
const dieEvery = 400;
const longest = 4_000;
const neverMs = 2_000_000_000;

/**
 * Real products on a real store, every call of which is let through in an order drawn from a seed; leases run out while
 * their holders go on, and processes die where they stand.
 */
export class ProductSchedule {
  private readonly gate: Gate;
  private readonly clock: VirtualClock;
  private readonly below: (below: number) => number;
  private readonly seed: number;
  private readonly alive: { name: string; product: Product; sweeping: boolean }[] = [];
  private readonly acknowledged: { stream: string; commandId: string; number?: string }[] = [];
  private born = 0;
  private open = 0;

  constructor(real: Store, clock: VirtualClock, seed: number) {
    this.gate = new Gate(real);
    this.clock = clock;
    this.seed = seed;
    this.below = seededBelow(seed);
  }

  /** Sends every step through some process at some moment; ends when all are answered, or nobody is left to answer them. */
  async run(steps: readonly ClientStep[]): Promise<Scheduled> {
    for (let i = 0; i < workers; i += 1) await this.start();
    const left = [...steps];
    let done = 0;
    for (; done < longest && (left.length > 0 || this.open > 0 || this.gate.size > 0); done += 1) {
      if (left.length > 0 && this.below(25) === 0) this.send(left.shift());
      await this.step();
    }
    for (const { name } of this.alive) this.end(name);
    return { steps: done, acknowledged: this.acknowledged };
  }

  private async start(): Promise<void> {
    this.born += 1;
    const name = `worker ${this.born}`;
    const product = await startProduct({
      store: this.gate.storeFor(name),
      clock: this.clock,
      seed: `${name} of ${this.seed}`,
      gatherMs: neverMs,
      projects: true,
    });
    this.alive.push({ name, product, sweeping: false });
  }

  private async step(): Promise<void> {
    if (this.below(sweepEvery) === 0) this.sweep();
    if (this.below(passEvery) === 0) this.clock.pass(4_000 + this.below(12_000));
    if (this.below(dieEvery) === 0) await this.die();
    if (this.gate.size === 0) await this.gate.followedUp();
    else await this.gate.letThrough(this.below(this.gate.size));
  }

  private some(): (typeof this.alive)[number] | undefined {
    return this.alive[this.below(this.alive.length)];
  }

  private sweep(): void {
    const worker = this.some();
    if (worker === undefined || worker.sweeping) return;
    worker.sweeping = true;
    const { services } = worker.product;
    void services.sweeper
      .sweep()
      .then(() => services.settle())
      .catch(() => undefined)
      .finally(() => {
        worker.sweeping = false;
      });
  }

  private async die(): Promise<void> {
    const worker = this.some();
    if (worker === undefined) return;
    this.end(worker.name);
    this.alive.splice(this.alive.indexOf(worker), 1);
    // Whoever waited for it never hears of it.
    this.open = 0;
    await this.start();
  }

  private end(name: string): void {
    const worker = this.alive.find((one) => one.name === name);
    this.gate.kill(name);
    void worker?.product.services.sequencer.flush();
  }

  private send(step: ClientStep | undefined): void {
    const worker = this.some();
    if (step === undefined || worker === undefined) return;
    this.open += 1;
    void step
      .send(worker.product)
      .then(({ stream, number }) =>
        this.acknowledged.push({
          stream,
          commandId: step.commandId,
          ...(number === undefined ? {} : { number }),
        }),
      )
      .catch((error: unknown) => {
        // A refusal is an answer: somebody else was faster. A fault is none: nothing was acknowledged.
        if (!(error instanceof DomainError || error instanceof Fault)) throw error;
      })
      .finally(() => {
        this.open = Math.max(0, this.open - 1);
      });
  }
}
