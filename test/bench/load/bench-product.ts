import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { FromBench, ToBench } from './serve-bench.ts';

/** The product in a process of its own, so that whoever asks does not share its event loop. */
export interface BenchProduct {
  readonly origin: string;
  /** Tokens by person. */
  readonly tokens: Readonly<Record<string, string>>;
  /** Resident memory in MiB, after the garbage is gone. */
  memory(): Promise<number>;
  /** Resident memory in MiB as it is. */
  resident(): Promise<number>;
  /** Processor time so far in ms. */
  processor(): Promise<number>;
  stop(): Promise<void>;
}

/** What stands there already: open cases, or rightly chained events. */
export interface BenchSize {
  readonly cases?: number;
  readonly events?: number;
  /** Where the embedded engine keeps it all, and where it stays; somewhere of its own that goes with it when left out. */
  readonly data?: string;
  /** Instead of the embedded engine. */
  readonly mongodbUrl?: string;
}

/** Starts the small company with 8 buyers. */
export async function startBenchProduct({
  cases = 0,
  events = 0,
  mongodbUrl,
  data,
}: BenchSize = {}): Promise<BenchProduct> {
  const child = fork(join(import.meta.dirname, 'serve-bench.ts'), [String(cases), String(events)], {
    execArgv: ['--import', 'tsx', '--expose-gc'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      ...(mongodbUrl === undefined ? {} : { BENCH_MONGODB_URL: mongodbUrl }),
      ...(data === undefined ? {} : { BENCH_DATA: data }),
    },
  });
  const ended = new Promise<never>((_, reject) => {
    child.once('exit', (code) => reject(new Error(`the product ended with ${code}`)));
  });
  ended.catch(() => undefined);
  const next = () =>
    Promise.race([new Promise<FromBench>((resolve) => child.once('message', resolve)), ended]);
  let asked: Promise<unknown> = Promise.resolve();
  const askNow = async (what: ToBench): Promise<number> => {
    const answer = next();
    child.send(what);
    const message = await answer;
    if (message.kind !== 'figure') throw new Error('the product answered something else');
    return message.value;
  };
  /** One after another: answers do not say what they answer. */
  const ask = (what: ToBench): Promise<number> => {
    const answer = asked.then(() => askNow(what));
    asked = answer.catch(() => undefined);
    return answer;
  };
  const ready = await next();
  if (ready.kind !== 'ready') throw new Error('the product is not ready');
  return {
    origin: ready.origin,
    tokens: ready.tokens,
    memory: () => ask('memory'),
    resident: () => ask('resident'),
    processor: () => ask('processor'),
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.send('stop' satisfies ToBench);
      await gone;
    },
  };
}
