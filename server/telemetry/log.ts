import { type DestinationStream, pino } from 'pino';
import { redact, redactText } from './redact.ts';

/** What an event is told with; secrets are hidden, errors become plain data. */
export type LogDetails = Readonly<Record<string, unknown>>;

/** Writes one JSON line per event. */
export interface Log {
  debug(event: string, details?: LogDetails): void;
  info(event: string, details?: LogDetails): void;
  warn(event: string, details?: LogDetails): void;
  error(event: string, details?: LogDetails): void;
  fatal(event: string, details?: LogDetails): void;
  /** A log whose every line carries these too, such as `requestId`. */
  with(details: LogDetails): Log;
}

/** From which level on events are written. */
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

const levels = ['debug', 'info', 'warn', 'error', 'fatal'] as const;

/** Opens a log of lines `{level, time, event, …}` in UTC; to standard output unless told otherwise. */
export function createLog(options: {
  readonly level: LogLevel;
  readonly destination?: DestinationStream;
  /** Carried by every line. */
  readonly base?: LogDetails;
}): Log {
  const settings = {
    level: options.level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const root = options.destination ? pino(settings, options.destination) : pino(settings);
  return over(root, options.base ?? {});
}

function over(target: pino.Logger, base: LogDetails): Log {
  const [debug, info, warn, error, fatal] = levels.map(
    (level) =>
      (event: string, details: LogDetails = {}) => {
        if (!target.isLevelEnabled(level)) return;
        const line = redact({ ...base, ...details }) as Record<string, unknown>;
        // The line's own keys stand first and cannot be taken over by details.
        const { level: _level, time: _time, event: _event, ...rest } = line;
        target[level]({ event: redactText(event), ...rest });
      },
  ) as [Log['debug'], Log['info'], Log['warn'], Log['error'], Log['fatal']];
  return { debug, info, warn, error, fatal, with: (details) => over(target, { ...base, ...details }) };
}
