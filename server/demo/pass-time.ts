import type { Services } from '../services.ts';
import type { Agenda } from './agenda.ts';
import type { DemoClock } from './demo-clock.ts';

const minuteMs = 60_000;
/** Later than anything can fall due, epoch milliseconds. */
const lastInstant = 8.64e15;

/** How far time passes, and what people do meanwhile. */
export interface Passing {
  /** Epoch milliseconds. */
  readonly until: number;
  readonly agenda?: Agenda<() => Promise<void>>;
}

/** Goes from one thing to the next, whichever comes first: what people do, or what the product owes; stands at `until` in the end. */
export async function passTime(
  { services, clock }: { readonly services: Services; readonly clock: DemoClock },
  { until, agenda }: Passing,
): Promise<void> {
  for (;;) {
    // What the log lacks is owed like any other effect, and would fall due at once.
    await services.settle();
    const [owed] = await services.deps.store.aggregates.due(lastInstant, 1);
    // What falls due within a minute is done together: nothing is early, and little is late.
    const effectAt =
      owed === undefined ? Number.POSITIVE_INFINITY : Math.ceil(owed.nextDueAt / minuteMs) * minuteMs;
    const at = Math.min(agenda?.nextAt() ?? Number.POSITIVE_INFINITY, effectAt);
    if (at > until) break;
    clock.goTo(at);
    if (effectAt <= at) await services.sweeper.sweep();
    else await agenda?.take()?.();
  }
  clock.goTo(until);
  await services.sweeper.sweep();
  await services.settle();
}
