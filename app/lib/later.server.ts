import { Temporal } from 'temporal-polyfill';
import { maybe, whoever } from './api.server.ts';
import type { AppContext } from './app-context.ts';
import type { Later } from './later.ts';
import { timesIn } from './times.server.ts';

type Asking = Pick<AppContext, 'api' | 'person'>;

interface Offered {
  readonly items: readonly { readonly id: 'hours' | 'tomorrow' | 'monday'; readonly at: number }[];
  readonly latest: number;
}

const labels = {
  hours: 'Later today, in 3 working hours',
  tomorrow: 'Tomorrow morning',
  monday: 'Next Monday morning',
} as const;

/** The times that are offered to whoever is signed in, in words of their own zone. */
export async function laterFor(context: Asking): Promise<Later> {
  const { zone } = whoever(context);
  const now = Date.now();
  const offered = await maybe<Offered>(context, 'listLaterTimes');
  const times = timesIn(zone, now);
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  return {
    options: (offered?.items ?? []).map(({ id, at }) => ({
      value: String(at),
      label: labels[id],
      when: times.when(at).words,
    })),
    first: today.toString(),
    last: today.add({ days: 60 }).toString(),
    day: today.add({ days: 1 }).toString(),
  };
}

const wallTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** The time a form chose, in epoch ms; 0, which has always passed, for what is no time. */
export function timeChosen(until: string, day: string, time: string, zone: string): number {
  if (until !== 'chosen') return Number.isSafeInteger(Number(until)) ? Number(until) : 0;
  const at = `${day}T${time}`;
  if (!wallTime.test(at)) return 0;
  try {
    return Temporal.PlainDateTime.from(at).toZonedDateTime(zone).epochMilliseconds;
  } catch {
    // A day such as 31 February.
    return 0;
  }
}
