import { DomainError } from '../../../domain/error/domain-error.ts';

import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { decideAssign, decideDecline } from '../../../domain/stream/case/commands/hand-over.ts';
import { decideTransition } from '../../../domain/stream/case/commands/move.ts';
import type { LoadState } from '../../../domain/stream/load/load-stream.ts';
import type { PersonState } from '../../../domain/stream/person/person-state.ts';
import type { PoolState } from '../../../domain/stream/pool/pool-stream.ts';
import type { Store } from '../../../server/ports/store.ts';
import { type CaseDecider, commandCase } from '../../../server/use-cases/case/case-command.ts';
import { submitCase } from '../../../server/use-cases/case/submit-case.ts';
import { deactivatePerson, reactivatePerson } from '../../../server/use-cases/directory/deactivate-person.ts';
import { joinPool, leavePool } from '../../../server/use-cases/directory/membership.ts';
import { lookAtPools } from '../../../server/use-cases/upkeep/look-at-pools.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { actorOf } from '../../support/small-company.ts';
import type { VirtualClock } from '../../support/virtual-clock.ts';
import { seededBelow } from '../model/walk.ts';
import { type Acknowledged, checkInvariants } from './invariants/check-invariants.ts';
import { seatViolations, shareViolations } from './invariants/shares.ts';
import { settleSoak, soakPeople, soakPools } from './soak-company.ts';

/** How much is done, by how many. */
export interface SoakSize {
  readonly workers: number;
  readonly cases: number;
  /** Commands of clients under way at a time. */
  readonly clients: number;
  readonly seed: number;
}

/** How fast the clock of a soak runs: leases end and checks fall due while the work goes on. */
const speed = 5;

function fastClock(start: number): VirtualClock {
  const begun = Date.now();
  let base = start;
  return {
    now: () => base + (Date.now() - begun) * speed,
    pass: (ms) => {
      base += ms;
    },
    set: (ms) => {
      base = ms - (Date.now() - begun) * speed;
    },
  };
}

/**
 * Several products at work on one store, none of which knows what the others do: each reads the directory afresh, as
 * products on a shared server do. They sweep all the time, so that they meet at every effect.
 */
export class Soak {
  readonly acknowledged: {
    submissions: { id: string; number: string }[];
    commands: { stream: string; commandId: string }[];
  } = { submissions: [], commands: [] };
  /** What was wrong at some moment. */
  readonly seen: string[] = [];
  readonly counts: Record<string, number> = {};
  private readonly store: Store;
  private readonly size: SoakSize;
  private readonly clock = fastClock(Date.UTC(2026, 2, 2, 10));
  private readonly below: (below: number) => number;
  private readonly workers: Product[] = [];
  private readonly cases: string[] = [];
  private working = true;

  constructor(store: Store, size: SoakSize) {
    this.store = { ...store, engine: 'mongo' };
    this.size = size;
    this.below = seededBelow(size.seed);
  }

  /** Does everything, comes to rest, and answers what is wrong. */
  async run(): Promise<string[]> {
    for (let i = 0; i < this.size.workers; i += 1) this.workers.push(await this.startWorker(i));
    await settleSoak(this.anyWorker());
    const sweeping = Promise.all(this.workers.map((worker) => this.sweepOn(worker)));
    const looking = this.lookOn();
    await Promise.all(Array.from({ length: this.size.clients }, (_, i) => this.client(i)));
    await this.comeToRest();
    this.working = false;
    await Promise.all([sweeping, looking]);
    for (const worker of this.workers) this.seen.push(...worker.faults.filter(isGrave).map(String));
    const resting = { now: this.clock.now(), withinMs: 60_000 };
    return checkInvariants(this.store, this.acknowledged satisfies Acknowledged, { resting });
  }

  private startWorker(number: number): Promise<Product> {
    return startProduct({
      store: this.store,
      clock: this.clock,
      seed: `worker ${number}`,
      projects: true,
    });
  }

  private anyWorker(): Product {
    const worker = this.workers[this.below(this.workers.length)];
    if (worker === undefined) throw new Error('a soak has workers');
    return worker;
  }

  private async sweepOn(worker: Product): Promise<void> {
    while (this.working) {
      await worker.services.sweeper.sweep();
      await worker.services.settle();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** Looks for waiting cases and at invariant 15 while everything moves. */
  private async lookOn(): Promise<void> {
    while (this.working) {
      await lookAtPools(this.anyWorker().services.deps);
      this.seen.push(...(await this.wrongNow()));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Reads each case before its owner's load; a case that has moved since is left out. */
  private async wrongNow(): Promise<string[]> {
    const { aggregates } = this.store;
    const ids = Array.from({ length: 20 }, () => this.cases[this.below(this.cases.length)] ?? '');
    const cases = await aggregates.loadMany<CaseState>([...new Set(ids)].filter((id) => id !== ''));
    const loads = await aggregates.loadMany<LoadState>(soakPeople.map((id) => `load:${id}`));
    const pools = await aggregates.loadMany<PoolState>(soakPools.map((id) => `pool:${id}`));
    const people = await aggregates.loadMany<PersonState>(soakPeople.map((id) => `person:${id}`));
    const after = await aggregates.loadMany<CaseState>(cases.map(({ _id }) => _id));
    const still = cases.filter(({ _id, _v }) => after.some((doc) => doc._id === _id && doc._v === _v));
    return [...shareViolations({ pools, loads, people }), ...seatViolations({ cases: still, loads })];
  }

  private async client(number: number): Promise<void> {
    for (let i = number; i < this.size.cases; i += this.size.clients) {
      await this.submit(`case ${i}`);
      await this.somethingElse(`${i}`);
    }
  }

  private async submit(commandId: string): Promise<void> {
    const product = this.anyWorker();
    const amount = { amount: this.below(1_000), currency: 'EUR' };
    const { id, number } = await submitCase(
      product.services.deps,
      { actor: await actorOf(product, 'ria'), commandId, authorise: () => undefined },
      { slug: 'purchase', values: { item: commandId, amount }, source: 'api' },
    );
    this.cases.push(id);
    this.acknowledged.submissions.push({ id, number });
    this.acknowledged.commands.push({ stream: id, commandId });
  }

  /** Mostly a close, so that seats come free; now and then a hand reassigns, declines, or people come and go. */
  private async somethingElse(tag: string): Promise<void> {
    const drawn = this.below(100);
    if (drawn < 70) await this.onSome('close', tag, closing);
    else if (drawn < 82) await this.onSome('assign', tag, this.assigning());
    else if (drawn < 90) await this.onSome('decline', tag, declining);
    else if (drawn < 97) await this.membership(tag);
    else await this.standing(tag);
  }

  private assigning(): CaseDecider {
    const to = soakPeople[this.below(soakPeople.length)] ?? 'p1';
    return (state, world) => decideAssign(state, { to, reason: 'so it was wished' }, world);
  }

  private async onSome(kind: string, tag: string, decide: CaseDecider): Promise<void> {
    const id = this.cases[this.below(this.cases.length)];
    const doc = id === undefined ? undefined : await this.store.aggregates.load<CaseState>(id);
    if (doc === undefined || !doc.state.open) return;
    const product = this.anyWorker();
    const actor = await actorOf(product, kind === 'assign' ? 'lea' : (doc.state.owner ?? 'lea'));
    const command = { id: `${kind} ${tag}`, body: kind };
    const call = { actor, command, kind, authorise: () => undefined };
    await this.acknowledge(kind, command.id, async () => {
      const { events } = await commandCase(product.services.deps, doc._id, call, decide);
      return events.length === 0 ? undefined : doc._id;
    });
  }

  private async membership(tag: string): Promise<void> {
    const pool = soakPools[this.below(soakPools.length)] ?? 'north';
    const person = soakPeople[this.below(soakPeople.length)] ?? 'p1';
    const { deps } = this.anyWorker().services;
    const doc = await this.store.aggregates.load<PoolState>(`pool:${pool}`);
    const inside = doc?.state.members.some((member) => member.person === person) === true;
    if (inside && (doc?.state.members.length ?? 0) < 4) return;
    const command = { id: `${inside ? 'leave' : 'join'} ${tag}`, body: person };
    const call = { actor: { kind: 'person', id: 'lea' } as const, command };
    await this.acknowledge(inside ? 'leave' : 'join', command.id, async () => {
      const change = inside ? leavePool : joinPool;
      const { events } = await change(deps, call, { pool, person });
      return events.length === 0 ? undefined : `pool:${pool}`;
    });
  }

  private async standing(tag: string): Promise<void> {
    const person = soakPeople[this.below(4)] ?? 'p1';
    const doc = await this.store.aggregates.load<PersonState>(`person:${person}`);
    const { deps } = this.anyWorker().services;
    const active = doc?.state.active === true;
    const command = { id: `${active ? 'deactivate' : 'reactivate'} ${tag}`, body: person };
    const call = { actor: { kind: 'person', id: 'lea' } as const, command };
    await this.acknowledge(active ? 'deactivate' : 'reactivate', command.id, async () => {
      const change = active ? deactivatePerson : reactivatePerson;
      const { events } = await change(deps, call, { person, reason: 'so it is' });
      return events.length === 0 ? undefined : `person:${person}`;
    });
  }

  /** Notes what was acknowledged; a refusal is an answer too: somebody else was faster. */
  private async acknowledge(
    kind: string,
    commandId: string,
    send: () => Promise<string | undefined>,
  ): Promise<void> {
    try {
      const stream = await send();
      if (stream === undefined) return;
      this.acknowledged.commands.push({ stream, commandId });
      this.counts[kind] = (this.counts[kind] ?? 0) + 1;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }

  /** Lets time pass until nothing is owed within the next minute. */
  private async comeToRest(): Promise<void> {
    for (let round = 0; round < 2_000; round += 1) {
      for (const worker of this.workers) await worker.services.settle();
      const due = await this.store.aggregates.due(this.clock.now() + 90_000, 1);
      if (due.length === 0) return;
      if (round % 20 === 19) this.clock.pass(5_000);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('the soak never comes to rest');
  }
}

const closing: CaseDecider = (state, world) =>
  decideTransition(state, { transition: 'reject', comment: 'done' }, world);
const declining: CaseDecider = (state, world) => decideDecline(state, { reason: 'not mine' }, world);

/** A retry is no fault of the product; what was set aside, forked or failed is. */
function isGrave(fault: unknown): boolean {
  return !(Array.isArray(fault) && fault[1] === 'retry');
}
