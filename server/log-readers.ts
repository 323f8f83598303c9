import { LogFollower } from './plugin-host/log-follower.ts';
import type { Live } from './ports/bell.ts';
import type { Clock } from './ports/clock.ts';
import type { Store } from './ports/store.ts';
import type { Log } from './telemetry/log.ts';
import { createLiveReader } from './use-cases/live/live-reader.ts';
import { createMetricsReader } from './use-cases/metrics/follow-metrics.ts';

/** What follows the log within the product: live streams at once, the counts of dashboards each second. */
export interface LogReaders {
  start(): void;
  /** Says that the log has grown here. */
  wake(): void;
  stop(): Promise<void>;
}

/** Opens the readers of one process. */
export function openLogReaders(parts: {
  readonly store: Store;
  readonly clock: Clock;
  readonly live: Live;
  readonly holder: string;
  readonly log: Log;
}): LogReaders {
  const failed = (error: unknown) => parts.log.error('following the log', { error });
  const live = new LogFollower(createLiveReader(parts), failed);
  // Not woken by every event: the more it counts at once, the fewer buckets it writes.
  const metrics = new LogFollower(createMetricsReader(parts), failed);
  return {
    start() {
      live.start();
      metrics.start();
    },
    wake: () => live.wake(),
    async stop() {
      await Promise.all([live.stop(), metrics.stop()]);
    },
  };
}
