import { type LaterTime, laterTimes } from '../../../domain/calendar/later-times.ts';
import { longestAsideMs } from '../../../domain/stream/case/asides.ts';
import { calendarOf } from '../../../domain/stream/case/case-world.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DirectoryReader } from '../directory/directory-reader.ts';

/** When something put aside could come back. */
export interface OfferedTimes {
  readonly items: readonly LaterTime[];
  /** The latest time there is, in epoch ms. */
  readonly latest: number;
}

/** The times offered to a person, by their own calendar, else that of their first team, else any hour. */
export async function laterTimesFor(
  {
    directory,
    clock,
  }: { readonly directory: Pick<DirectoryReader, 'member' | 'snapshot'>; readonly clock: Clock },
  personId: string,
): Promise<OfferedTimes> {
  const now = clock.now();
  const latest = now + longestAsideMs;
  const person = (await directory.member(personId))?.person;
  if (person === undefined) return { items: [], latest };
  const [team] = person.teams;
  const { teams, calendars } = await directory.snapshot({
    people: [personId],
    teams: team === undefined ? [] : [team],
  });
  const own = person.calendarId ?? teams.get(team ?? '')?.calendarId ?? 'always';
  const { calendar } = calendarOf(
    { calendars, calendarsFrom: { 'assignee-team': null, requester: null } },
    own,
  );
  return { items: laterTimes(calendar, person.zone, now), latest };
}
