import type { DestinationStream } from 'pino';
import { createLog, type Log, type LogDetails, type LogLevel } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { type Tracing, untraced } from './tracing.ts';

/** What a running product tells of itself. */
export interface Telemetry {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly tracing: Tracing;
}

/** Opens log and metrics of one process; nothing is global, so that tests open as many as they like. */
export function createTelemetry(
  options: {
    readonly level?: LogLevel;
    readonly destination?: DestinationStream;
    readonly base?: LogDetails;
    readonly processMetrics?: boolean;
    /** None by default. */
    readonly tracing?: Tracing;
  } = {},
): Telemetry {
  const { level = 'info', destination, base, processMetrics = true, tracing = untraced } = options;
  return {
    log: createLog({ level, ...(destination ? { destination } : {}), ...(base ? { base } : {}) }),
    metrics: createMetrics({ ofProcess: processMetrics }),
    tracing,
  };
}
