import type { Clock } from './ports/clock.ts';
import type { ServiceReport } from './services.ts';
import type { Telemetry } from './telemetry/telemetry.ts';
import { leavesTheProduct } from './use-cases/effect/effect-policy.ts';

const outcomes = {
  done: 'done',
  settled: 'done',
  later: 'retried',
  retry: 'retried',
  quarantined: 'quarantined',
} as const;

/** Tells log and metrics what the running services report; the seconds of an effect count from when it fell due. */
export function serviceReport({ log, metrics }: Telemetry, clock: Clock): ServiceReport {
  return {
    failed: (what, error) => log.error(what, { error }),
    forked: (forks) => {
      for (const fork of forks)
        log.fatal('the log holds another event than the stream itself: history was changed', { fork });
    },
    effect: (effect, how, doc) => {
      metrics.effect({
        kind: effect.kind,
        outcome: outcomes[how],
        seconds: (clock.now() - effect.dueAt) / 1_000,
      });
      const now = doc.effects.find(({ id }) => id === effect.id);
      const told = {
        ...{ aggregate: doc._id, effect: effect.id, kind: effect.kind, attempt: effect.attempts },
        said: now?.error ?? effect.error,
      };
      if (how === 'quarantined') log.error('an effect was set aside for a person to look at', told);
      // What others refuse is told by the deliveries; what fails in here is a fault that somebody should hear of the first time.
      else if (how === 'retry' && !leavesTheProduct(effect.kind))
        log.warn('an effect failed and will be tried again', told);
    },
    routed: (kind, waitedMs) => metrics.routed({ terminal: kind, seconds: waitedMs / 1_000 }),
  };
}
