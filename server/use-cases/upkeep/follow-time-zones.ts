import type { CalendarState } from '../../../domain/stream/calendar/calendar-stream.ts';
import type { CaseDeps } from '../case/case-command.ts';
import { loadList } from '../directory/list-pages.ts';
import { store, untilWon, withBookkeeping } from '../route/write-bookkeeping.ts';
import { keepCursor } from './keep-cursor.ts';

const cursorId = 'time zones';

/**
 * Has the clocks on every calendar counted anew when this process knows newer time zone data than the last one that asked;
 * data of the first to ask count as known. Names of data sort by age, such as `2026a`, `2026b`. Answers whether they were newer.
 */
export async function followTimeZones(
  deps: CaseDeps,
  tzdata: string | undefined = process.versions.tz,
): Promise<boolean> {
  const { records, aggregates } = deps.store;
  const cursor = await records.get('cursor', cursorId);
  const known = cursor?.data['tzdata'];
  if (tzdata === undefined || (typeof known === 'string' && known >= tzdata)) return false;
  if (cursor !== undefined)
    for (const { _id } of await loadList<CalendarState>(aggregates, 'calendar')) await owe(deps, _id, tzdata);
  // Whoever was faster owes the very same effects; what is owed reaches the disk before this does.
  await keepCursor(records, cursorId, cursor, { tzdata });
  return cursor !== undefined;
}

async function owe(deps: CaseDeps, calendar: string, tzdata: string): Promise<void> {
  await untilWon(calendar, async () => {
    const doc = await deps.store.aggregates.load<CalendarState>(calendar);
    if (doc === undefined) return true;
    const key = 'recalculate-zones';
    const arm = { kind: 'recalculate', key, dueAt: deps.clock.now(), payload: { tzdata } } as const;
    return (await store(deps, doc, withBookkeeping(doc, doc.state, arm))) === undefined ? undefined : true;
  });
}
