import type { Engine } from './open-engine.ts';
import type { Services } from './services.ts';
import type { Telemetry } from './telemetry/telemetry.ts';
import { sweepBlobs } from './use-cases/attachment/sweep-blobs.ts';
import { announceKey } from './use-cases/log/announce-key.ts';
import type { CheckpointSigner } from './use-cases/log/checkpoints.ts';
import type { InstallationKey } from './use-cases/log/installation-key.ts';
import { followTimeZones } from './use-cases/upkeep/follow-time-zones.ts';
import { lookAtPools } from './use-cases/upkeep/look-at-pools.ts';
import { sweepExpired } from './use-cases/upkeep/sweep-expired.ts';
import { type Tick, Ticker } from './workers/ticker.ts';
import { Watchdog } from './workers/watchdog.ts';

/** What is kept up, and who hears of it. */
export interface UpkeepParts {
  readonly services: Services;
  readonly engine: Engine;
  readonly telemetry: Telemetry;
  readonly holder: string;
  readonly checkpoints: CheckpointSigner;
  readonly key: InstallationKey;
  /** Called when a deaf queue cannot be mended: the process is to end. */
  readonly giveUp: (reason: string) => void;
}

/** Overdue work that nobody was rung for this long is silence, in ms. */
const silentMs = 15_000;
/** An effect due for this long without being done counts as overdue, in ms. */
const overdueMs = 5_000;

/** Starts what a working process does again and again: waiting cases, expiries, checkpoints, the watch over a queue. */
export function startUpkeep(parts: UpkeepParts): { stop(): Promise<void> } {
  const { store, clock } = parts.engine;
  const failed = (what: string, error: unknown) => parts.telemetry.log.error(what, { error });
  const ticker = new Ticker({ leases: store.leases, clock, holder: parts.holder, failed });
  ticker.start(ticksOf(parts));
  const watchdog = watchdogOf(parts);
  watchdog?.start();
  return {
    async stop() {
      watchdog?.stop();
      await ticker.stop();
    },
  };
}

function ticksOf({ services, engine, telemetry, checkpoints, key }: UpkeepParts): Tick[] {
  const { store, clock } = engine;
  return [
    { name: 'looking for waiting cases', everyMs: 10_000, run: () => lookAtPools(services.deps) },
    {
      name: 'sweeping expired records',
      everyMs: 60_000,
      run: () => sweepExpired(store.records, clock.now()),
    },
    {
      name: 'following the time zones',
      everyMs: 60_000,
      run: () => followTimeZones(services.deps),
    },
    {
      name: 'sweeping blobs',
      everyMs: 3_600_000,
      run: () => sweepBlobs(services.deps),
    },
    {
      name: 'signing checkpoints',
      everyMs: 2_000,
      run: async () => {
        await announceKey(services.deps, key);
        await checkpoints.sign(clock.now());
      },
    },
    {
      name: 'counting what is overdue',
      everyMs: 10_000,
      run: async () => {
        const overdue = await store.aggregates.due(clock.now() - overdueMs, 1_000);
        telemetry.metrics.effectsOverdue(overdue.length);
      },
    },
  ];
}

function watchdogOf({ engine, telemetry, giveUp }: UpkeepParts): Watchdog | undefined {
  const { rebuildBell, store, clock, bell } = engine;
  if (rebuildBell === undefined) return undefined;
  return new Watchdog({
    store,
    clock,
    lastHeard: () => bell.lastHeard(),
    rebuild: rebuildBell,
    giveUp,
    failed: (error) => telemetry.log.error('watching the queue', { error }),
    silentMs,
  });
}
