import type { DestinationStream } from 'pino';
import { createLog, type Log, type LogDetails, type LogLevel } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';

/** What a running product tells of itself. */
export interface Telemetry {
  readonly log: Log;
  readonly metrics: Metrics;
}

/** Opens log and metrics of one process; nothing is global, so that tests open as many as they like. */
export function createTelemetry(
  options: {
    readonly level?: LogLevel;
    readonly destination?: DestinationStream;
    readonly base?: LogDetails;
    readonly processMetrics?: boolean;
  } = {},
): Telemetry {
  const { level = 'info', destination, base, processMetrics = true } = options;
  return {
    log: createLog({ level, ...(destination ? { destination } : {}), ...(base ? { base } : {}) }),
    metrics: createMetrics({ ofProcess: processMetrics }),
  };
}
