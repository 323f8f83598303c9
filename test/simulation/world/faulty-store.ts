import { Fault } from '../../../domain/error/fault.ts';
import type { Store } from '../../../server/ports/store.ts';

/** What becomes of one call of the store. */
export const faultKinds = [
  /** Nothing happens and a Fault is thrown; the process goes on. */
  'fails before',
  /** It happens and a Fault is thrown; the process goes on. */
  'fails after',
  /** It happens and never answers; everything else goes on until nothing more happens. */
  'reply lost',
  /** The process is gone before the call happens. */
  'dies before',
  /** The process is gone as soon as the call has happened. */
  'dies after',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** The call that goes wrong, counted from 1. */
export interface FaultPlan {
  readonly at: number;
  readonly kind: FaultKind;
}

/** One call that was made: `port.method`, whether it may write, and the way through the product that led to it. */
export interface Call {
  readonly name: string;
  readonly writes: boolean;
  /** The places in the product it was asked for from, innermost first; empty unless traced. */
  readonly way: string;
}

/** A store whose calls are counted, made one after another, and go wrong where the plan says. */
export interface FaultyStore {
  readonly store: Store;
  readonly calls: readonly Call[];
  /** Counts from 1 again, under a new plan. */
  arm(plan: FaultPlan | undefined): void;
  /** Counts from 1 again, and notes the way to each call. */
  trace(): void;
  /** Makes no call any more: whoever makes one waits for ever. */
  kill(): void;
  /** Resolves once somebody waits for ever and nothing more happens; never when the plan lets everybody go on. */
  halted(): Promise<void>;
  /** Resolves when no call is under way. */
  quiet(): Promise<void>;
}

const writing: ReadonlySet<string> = new Set([
  'insert',
  'replace',
  'append',
  'erase',
  'put',
  'renew',
  'delete',
  'project',
  'next',
  'raise',
  'hold',
  'release',
  'clear',
]);
const ports = ['aggregates', 'log', 'blobs', 'work', 'records', 'counters', 'leases'] as const;
const quietTicks = 10;

const never = (): Promise<never> => new Promise(() => undefined);
const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

type Method = (...args: unknown[]) => Promise<unknown>;

class Faults {
  calls: Call[] = [];
  plan: FaultPlan | undefined;
  traced = false;
  dead = false;
  /** Nobody waits to see what becomes of it any more. */
  over = false;
  private hanging = false;
  private underWay = 0;
  private last: Promise<unknown> = Promise.resolve();

  /** Calls are made in the order they are asked for, so that the n-th is the same one in every run. */
  call(call: Call, method: () => Promise<unknown>): Promise<unknown> {
    if (this.dead) return this.hang();
    this.calls.push(call);
    const number = this.calls.length;
    this.underWay += 1;
    const made = this.last.then(() => this.make(number, method));
    this.last = made.catch(() => undefined);
    return made.then(
      (answer) => this.ended(() => answer),
      (error: unknown) => this.ended(() => Promise.reject(error)),
    );
  }

  private ended<T>(answer: () => T): T | Promise<never> {
    this.underWay -= 1;
    return this.dead ? this.hang() : answer();
  }

  private async make(number: number, method: () => Promise<unknown>): Promise<unknown> {
    if (this.dead) return undefined;
    const kind = this.plan?.at === number ? this.plan.kind : undefined;
    if (kind === 'dies before') this.dead = true;
    if (kind === 'dies before') return undefined;
    if (kind === 'fails before') throw new Fault('STORE_FAILED', 'the store could not be reached');
    const answer = await method();
    if (kind === 'dies after') this.dead = true;
    if (kind === 'fails after') throw new Fault('STORE_FAILED', 'the answer of the store was lost');
    return kind === 'reply lost' ? lost : answer;
  }

  hang(): Promise<never> {
    this.hanging = true;
    return never();
  }

  async halted(): Promise<void> {
    for (let still = 0; still < quietTicks && !this.over; ) {
      await (this.underWay > 0 ? this.last : this.hanging ? tick() : pause());
      still = this.hanging && this.underWay === 0 ? still + 1 : 0;
    }
  }

  async quiet(): Promise<void> {
    for (let still = 0; still < quietTicks; ) {
      await (this.underWay > 0 ? this.last : tick());
      still = this.underWay === 0 ? still + 1 : 0;
    }
  }
}

/** The answer nobody gets. */
const lost = Symbol('lost');

/** Wraps a real store; what is behind it stays open and whole. */
export function faultyStore(real: Store): FaultyStore {
  const faults = new Faults();
  const wrapped = Object.fromEntries(ports.map((name) => [name, faulty(faults, name, real[name])]));
  return {
    store: { ...real, ...wrapped } as Store,
    get calls() {
      return faults.calls;
    },
    arm(plan) {
      faults.calls = [];
      faults.plan = plan;
      faults.traced = false;
    },
    trace() {
      faults.calls = [];
      faults.plan = undefined;
      faults.traced = true;
    },
    kill() {
      faults.dead = true;
      faults.over = true;
    },
    halted: () => faults.halted(),
    quiet: () => faults.quiet(),
  };
}

/** Every method of a port, counted. */
function faulty(faults: Faults, name: string, port: object): object {
  return new Proxy(port, {
    get(target, key) {
      const method: unknown = Reflect.get(target, key, target);
      if (typeof method !== 'function') return method;
      const call = { name: `${name}.${String(key)}`, writes: writing.has(String(key)) };
      return (...args: unknown[]) =>
        faults
          .call({ ...call, way: faults.traced ? wayHere() : '' }, () =>
            (method as Method).apply(target, args),
          )
          .then((answer) => (answer === lost ? faults.hang() : answer));
    },
  });
}

/** File and line of every place in the product that waits for what is asked for now. */
function wayHere(): string {
  const before = Error.stackTraceLimit;
  Error.stackTraceLimit = 60;
  const { stack = '' } = new Error('where');
  Error.stackTraceLimit = before;
  return [...stack.matchAll(/\/(server\/[^:)]+:\d+)/g)].map(([, place]) => place).join(' < ');
}
