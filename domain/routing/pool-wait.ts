import type { Calendar } from '../calendar/calendar.ts';
import { nextCommonOpening } from '../calendar/next-common-opening.ts';
import type { PersonView, PoolView, SkillNeed } from './directory.ts';
import { levelAfter } from './strategies/skills.ts';

/** What a case waits for whose pool could give it to nobody. */
export interface PoolWait {
  /** `seat`: somebody at work has no seat free; `hours`: nobody is at work; `members`: nobody there could ever have it. */
  readonly what: 'seat' | 'hours' | 'members';
  /** The earliest instant at which a member who is not at work now will be; null when nobody ever will. */
  readonly until: number | null;
}

/** What is asked of the members of the pool a case waits for. */
export interface PoolQuestion {
  readonly pool: PoolView;
  readonly now: number;
  readonly people: ReadonlyMap<string, PersonView>;
  readonly calendars: ReadonlyMap<string, { readonly calendar: Calendar }>;
  /** Those who must not have this case, whenever they work. */
  readonly barred: ReadonlySet<string>;
  /** Skills of the rule, beside those of the pool. */
  readonly needs: readonly SkillNeed[];
}

/** Says what a case waits for in a pool, from the hours, leave and skills of its members as they are now. */
export function poolWait(question: PoolQuestion): PoolWait {
  const { pool, now, people } = question;
  const openings = new Map<string, number | null>();
  const times = pool.members.flatMap(({ person: id }) => {
    const person = people.get(id);
    if (person === undefined || !couldHave(person, question)) return [];
    return nextAtWork(person, question, openings) ?? [];
  });
  const later = times.filter((at) => at > now);
  const until = later.length === 0 ? null : later.reduce((first, at) => Math.min(first, at));
  if (times.length > later.length) return { what: 'seat', until };
  return { what: until === null ? 'members' : 'hours', until };
}

function couldHave(person: PersonView, { pool, barred, needs }: PoolQuestion): boolean {
  const relaxedMs = pool.strategy === 'skills' ? Number.MAX_SAFE_INTEGER : 0;
  return (
    person.active &&
    person.capacity !== 0 &&
    !barred.has(person.id) &&
    [...needs, ...(pool.skills ?? [])].every(
      (need) => (person.skills[need.skill] ?? 0) >= levelAfter(need, relaxedMs),
    )
  );
}

/** When a person is at work next, in the hours of the pool and their own; null when they never are. */
function nextAtWork(
  person: PersonView,
  { pool, now, calendars }: PoolQuestion,
  openings: Map<string, number | null>,
): number | null {
  const ids = [pool.calendarId ?? null, person.calendarId].filter((id) => id !== null);
  const hours = ids.flatMap((id) => calendars.get(id)?.calendar ?? []);
  if (hours.length < ids.length) return null;
  /** Most members share their hours: what was found once holds for all of them. */
  const openFrom = (at: number): number | null => {
    const key = `${ids.join(' ')} ${at}`;
    const known = openings.get(key);
    if (known !== undefined) return known;
    const found = nextCommonOpening(hours, at, pool.lookAheadMs ?? 0);
    openings.set(key, found);
    return found;
  };
  let at: number | null = now;
  for (;;) {
    const back = backFromLeave(person, at);
    if (back === null) return null;
    at = openFrom(back);
    if (at === null || at === back) return at;
  }
}

/** The first instant at or after `at` at which a person is neither away nor on leave; null for away until further notice. */
function backFromLeave(person: PersonView, at: number): number | null {
  const { away, leave } = person;
  const absences = away === null ? leave : [...leave, { from: away.since, until: away.until }];
  const absent = absences.find(({ from, until }) => from <= at && (until === null || at < until));
  if (absent === undefined) return at;
  return absent.until === null ? null : backFromLeave(person, absent.until);
}
