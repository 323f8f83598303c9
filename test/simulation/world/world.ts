import { DomainError } from '../../../domain/error/domain-error.ts';
import type { Store } from '../../../server/ports/store.ts';
import { lookAtPools } from '../../../server/use-cases/upkeep/look-at-pools.ts';
import { aMonday, type Product, startProduct } from '../../support/product.ts';
import { type VirtualClock, virtualClock } from '../../support/virtual-clock.ts';
import { type FaultPlan, type FaultyStore, faultyStore } from './faulty-store.ts';
import { type Acknowledged, checkInvariants } from './invariants/check-invariants.ts';
import type { DataPlace } from './open-engines.ts';

/** What a client wants done: sent again under the same id until it is acknowledged. */
export interface ClientStep {
  readonly commandId: string;
  /** Answers what was acknowledged. */
  readonly send: (product: Product) => Promise<{ readonly stream: string; readonly number?: string }>;
  /** Everything that follows may still be under way when the next step is sent. */
  readonly atOnce?: boolean;
  /** It can come too late; then its refusal is the answer, and it is not sent again. */
  readonly lapses?: boolean;
}

/** A due time further away than this belongs to clocks and gates, not to the protocol. In ms. */
const horizonMs = 120_000;
/** Long after anything has to have gathered: the log is written when the world says so, never by a timer. */
const neverMs = 2_000_000_000;

/** A product on data that outlives it: it is opened, dies where the plan says, and is opened again. */
export class World {
  readonly clock: VirtualClock;
  readonly acknowledged: {
    submissions: { id: string; number: string }[];
    commands: { stream: string; commandId: string }[];
  } = {
    submissions: [],
    commands: [],
  };
  private readonly place: DataPlace;
  private readonly lapsed = new Set<string>();
  private lives = 0;
  private life: { readonly product: Product; readonly faulty: FaultyStore; readonly real: Store } | undefined;

  constructor(place: DataPlace, clock: VirtualClock = virtualClock(aMonday)) {
    this.place = place;
    this.clock = clock;
  }

  get product(): Product {
    return this.living().product;
  }

  get faulty(): FaultyStore {
    return this.living().faulty;
  }

  /** The store behind everything, which nothing ever happens to. */
  get real(): Store {
    return this.living().real;
  }

  private living(): { readonly product: Product; readonly faulty: FaultyStore; readonly real: Store } {
    if (this.life === undefined) throw new Error('the world is not open');
    return this.life;
  }

  /** A new process on the data as it lies there. */
  async open(): Promise<void> {
    this.lives += 1;
    const real = await this.place.open(this.clock);
    const faulty = faultyStore(real);
    const product = await startProduct({
      store: faulty.store,
      clock: this.clock,
      // Lives before this one may have lain in the copied data: no two give the same ids.
      seed: `life ${this.lives} at ${this.clock.now()}`,
      gatherMs: neverMs,
      projects: true,
    });
    this.life = { product, faulty, real };
  }

  /** The process is gone; what its last calls did is on disk. */
  async crash(): Promise<void> {
    const { product, faulty, real } = this.living();
    faulty.kill();
    // Ends the timer of a process that is gone; nothing it does reaches the store.
    void product.services.sequencer.flush();
    await faulty.quiet();
    await real.close();
    this.life = undefined;
  }

  /** Sends the steps one after another; false as soon as one is not acknowledged. */
  async send(steps: readonly ClientStep[]): Promise<boolean> {
    for (const step of steps) {
      if (this.isAnswered(step)) continue;
      if (!(await this.sendOne(step))) return false;
      if (step.atOnce !== true) await this.product.services.settle();
    }
    return true;
  }

  private isAnswered({ commandId }: ClientStep): boolean {
    return (
      this.lapsed.has(commandId) ||
      this.acknowledged.commands.some((acknowledged) => acknowledged.commandId === commandId)
    );
  }

  private async sendOne({ commandId, send, lapses }: ClientStep): Promise<boolean> {
    try {
      const { stream, number } = await send(this.product);
      this.acknowledged.commands.push({ stream, commandId });
      if (number !== undefined) this.acknowledged.submissions.push({ id: stream, number });
      return true;
    } catch (error) {
      if (!(error instanceof DomainError)) return false;
      if (lapses !== true) throw error;
      this.lapsed.add(commandId);
      return true;
    }
  }

  /** Does what is due until nothing is within the horizon, letting time pass. @throws when it never comes to rest. */
  async rest(): Promise<void> {
    const { product, real } = this.living();
    for (let round = 0; round < 100; round += 1) {
      await product.services.sweeper.sweep();
      await product.services.settle();
      await lookAtPools(product.services.deps);
      await product.services.settle();
      const due = await real.aggregates.due(this.clock.now() + horizonMs, 1);
      if (due.length === 0) return;
      this.clock.pass(15_000);
    }
    throw new Error('the world never comes to rest');
  }

  /** What is wrong once everything is done. */
  async violations(): Promise<string[]> {
    const resting = { now: this.clock.now(), withinMs: horizonMs };
    return checkInvariants(this.living().real, this.acknowledged satisfies Acknowledged, { resting });
  }

  arm(plan: FaultPlan | undefined): void {
    this.faulty.arm(plan);
  }

  async close(): Promise<void> {
    if (this.life !== undefined) await this.crash();
    await this.place.remove();
  }
}
