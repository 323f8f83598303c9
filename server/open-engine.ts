import { createStoreClock, longestSkewMs, type StoreClock } from './clock/store-clock.ts';
import { systemClock } from './clock/system-clock.ts';
import type { Config } from './config/config.ts';
import type { Bell, Live } from './ports/bell.ts';
import type { Clock } from './ports/clock.ts';
import type { Store } from './ports/store.ts';
import { createInProcessBell } from './queue/in-process/in-process-bell.ts';
import { createInProcessLive } from './queue/in-process/in-process-live.ts';
import { openEmbeddedStore } from './store/embedded/open-embedded-store.ts';

/** The store and what lies around it, as the configuration chooses them. */
export interface Engine {
  readonly store: Store;
  readonly clock: Clock;
  readonly bell: Bell;
  readonly live: Live;
  /** Builds the bell's listener anew; there only where one can go deaf. */
  readonly rebuildBell?: () => Promise<void>;
  /** What keeps this process from being ready, in words; empty when nothing does. */
  problems(): readonly string[];
  /** What is wrong with what carries rings and live notices, in words: it slows work down and keeps no process from being ready. */
  queueProblem(): Promise<string | null>;
  /** Closes connections and the store. The bell is closed by whoever listens to it. */
  close(): Promise<void>;
}

/** Who hears of faults, and a clock instead of the engine's own. */
export interface EngineOptions {
  readonly failed: (what: string, error: unknown) => void;
  readonly clock?: Clock;
}

/**
 * Opens the embedded store, or MongoDB when MONGODB_URL is set, with Redis in front of it when REDIS_URL is.
 * What is not chosen is not even loaded.
 * @throws Fault STORE_LOCKED, REDIS_EVICTS, or when the store cannot be reached.
 */
export function openEngine(config: Config, options: EngineOptions): Promise<Engine> {
  return config.mongodbUrl === null
    ? openEmbedded(config, options)
    : openScaledOut(config, { ...options, mongodbUrl: config.mongodbUrl });
}

async function openEmbedded(config: Config, options: EngineOptions): Promise<Engine> {
  const clock = options.clock ?? systemClock;
  const store = await openEmbeddedStore({ directory: config.dataDir, clock });
  const live = createInProcessLive();
  return {
    store,
    clock,
    bell: createInProcessBell(() => clock.now()),
    live,
    problems: () => [],
    queueProblem: async () => null,
    close: async () => {
      await live.close();
      await store.close();
    },
  };
}

async function openScaledOut(
  config: Config,
  options: EngineOptions & { readonly mongodbUrl: string },
): Promise<Engine> {
  const { failed, mongodbUrl } = options;
  const { openMongoStore } = await import('./store/mongo/open-mongo-store.ts');
  // The store marks blobs by the clock that follows the store: the clock comes to life second.
  const time: { clock: Clock } = { clock: options.clock ?? systemClock };
  const store = await openMongoStore({ url: mongodbUrl, clock: { now: () => time.clock.now() } });
  try {
    const followed = options.clock === undefined ? await followStore(store, failed) : undefined;
    time.clock = options.clock ?? followed ?? systemClock;
    const { close, problems, ...queue } = await openQueue(config.redisUrl, time.clock, failed);
    return {
      store,
      clock: time.clock,
      ...queue,
      problems: () => [...skewProblems(followed), ...problems()],
      close: async () => {
        followed?.stop();
        await close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function followStore(store: Store, failed: EngineOptions['failed']): Promise<StoreClock> {
  const clock = createStoreClock({
    storeNow: () => store.now(),
    failed: (error) => failed('asking the store for its time', error),
  });
  await clock.follow();
  return clock;
}

function skewProblems(clock: StoreClock | undefined): string[] {
  const skew = clock?.skewMs() ?? 0;
  if (Math.abs(skew) <= longestSkewMs) return [];
  const side = skew > 0 ? 'behind' : 'ahead of';
  return [`This machine's clock is ${Math.abs(skew)} ms ${side} the store's. Set it right.`];
}

const redisAway =
  'Redis does not answer. Start it, or correct REDIS_URL: until then work begins seconds late, and open pages do not hear of it by themselves.';

type Queue = Pick<Engine, 'bell' | 'live' | 'rebuildBell' | 'problems' | 'queueProblem' | 'close'>;

async function openQueue(url: string | null, clock: Clock, failed: EngineOptions['failed']): Promise<Queue> {
  const now = () => clock.now();
  if (url === null) {
    const live = createInProcessLive();
    return {
      bell: createInProcessBell(now),
      live,
      problems: () => [],
      queueProblem: async () => null,
      close: () => live.close(),
    };
  }
  const [{ createBullmqBell }, { createRedisLive }, { watchEviction }, { redisAnswers }] = await Promise.all([
    import('./queue/bullmq/bullmq-bell.ts'),
    import('./queue/bullmq/redis-live.ts'),
    import('./queue/bullmq/watch-eviction.ts'),
    import('./queue/bullmq/redis-answers.ts'),
  ]);
  const watch = await watchEviction(url, (error) => failed('asking Redis whether it evicts', error));
  const bell = createBullmqBell({ url, now, failed: (error) => failed('ringing through Redis', error) });
  const live = createRedisLive(url, (error) => failed('live notices through Redis', error));
  return {
    bell,
    live,
    rebuildBell: () => bell.rebuild(),
    problems: () => [watch.problem()].filter((problem) => problem !== undefined),
    queueProblem: async () => ((await redisAnswers(url)) ? null : redisAway),
    close: async () => {
      watch.stop();
      await live.close();
    },
  };
}
