import type { CandidateEntry, LoadCount } from './decision-record.ts';
import type { PersonView, PoolMember, SkillNeed } from './directory.ts';
import type { DirectoryReader } from './directory-reader.ts';
import type { Removal } from './removal.ts';
import { levelAfter } from './strategies/skills.ts';
import type { Candidate } from './strategies/strategy.ts';

/** What is asked of everybody considered. */
export interface Bar {
  readonly now: number;
  /** Person → why the case is not theirs to handle. */
  readonly barred: ReadonlyMap<string, string>;
  readonly needs: readonly SkillNeed[];
  /** How long waiting has relaxed the needs, in milliseconds; 0 where they do not relax. */
  readonly relaxedMs: number;
  /** The calendar of the pool, beside each person's own. */
  readonly calendarId: string | null;
  readonly lookAheadMs: number;
  /** People found full while the decision was being seated. */
  readonly full: ReadonlySet<string>;
  /** Person → why the rule leaves them out. */
  readonly excluded: ReadonlyMap<string, string>;
}

/** Who is left, and what became of everybody; both sorted by person. */
export interface Eliminated {
  readonly left: readonly Candidate[];
  readonly entries: readonly Pick<CandidateEntry, 'person' | 'removedBy' | 'values'>[];
}

/** Removes people for the first reason that holds, asked in the order of `removalReasons`. */
export function eliminate(members: readonly PoolMember[], bar: Bar, directory: DirectoryReader): Eliminated {
  const left: Candidate[] = [];
  const entries: Eliminated['entries'][number][] = [];
  const sorted = members.length < 2 ? members : [...members].sort((a, b) => (a.person < b.person ? -1 : 1));
  for (const { person: id, weight } of sorted) {
    const person = directory.person(id);
    if (person === undefined) {
      entries.push({ person: id, removedBy: 'inactive', values: { known: false } });
      continue;
    }
    const load = directory.load(id);
    const removal = removalOf(person, load, bar, directory);
    if (removal !== undefined) entries.push({ person: id, ...removal });
    else {
      const { open } = load;
      left.push({ person: id, weight, open, skills: person.skills });
      entries.push({ person: id, removedBy: null, values: { weight, open, capacity: person.capacity } });
    }
  }
  return { left, entries };
}

function removalOf(
  person: PersonView,
  load: LoadCount,
  bar: Bar,
  directory: DirectoryReader,
): Removal | undefined {
  return (
    inactive(person, load) ??
    notPermitted(person, bar) ??
    lacksSkill(person, bar) ??
    onLeave(person, bar) ??
    outsideHours(person, bar, directory) ??
    atCapacity(person, load, bar) ??
    excludedByRule(person, bar)
  );
}

function inactive(person: PersonView, load: LoadCount): Removal | undefined {
  if (!person.active) return { removedBy: 'inactive', values: { active: false } };
  return load.accepts ? undefined : { removedBy: 'inactive', values: { accepts: false } };
}

function notPermitted(person: PersonView, bar: Bar): Removal | undefined {
  const because = bar.barred.get(person.id);
  return because === undefined ? undefined : { removedBy: 'not_permitted', values: { because } };
}

function lacksSkill(person: PersonView, bar: Bar): Removal | undefined {
  for (const need of bar.needs) {
    const level = levelAfter(need, bar.relaxedMs);
    const has = person.skills[need.skill] ?? 0;
    if (has < level) return { removedBy: 'lacks_skill', values: { skill: need.skill, level, has } };
  }
  return undefined;
}

function onLeave(person: PersonView, bar: Bar): Removal | undefined {
  const { away } = person;
  if (away !== null && away.since <= bar.now && (away.until === null || bar.now < away.until)) {
    return { removedBy: 'on_leave', values: { away: true, until: away.until } };
  }
  const leave = person.leave.find((period) => period.from <= bar.now && bar.now < period.until);
  return leave === undefined ? undefined : { removedBy: 'on_leave', values: { until: leave.until } };
}

function outsideHours(person: PersonView, bar: Bar, directory: DirectoryReader): Removal | undefined {
  const { lookAheadMs } = bar;
  for (const calendar of [bar.calendarId, person.calendarId]) {
    if (calendar === null) continue;
    const hours = directory.hours(calendar, lookAheadMs);
    if (hours === undefined) return { removedBy: 'outside_hours', values: { calendar, known: false } };
    if (!hours.open) return { removedBy: 'outside_hours', values: { calendar, lookAheadMs } };
  }
  return undefined;
}

function atCapacity(person: PersonView, load: LoadCount, bar: Bar): Removal | undefined {
  const { capacity } = person;
  const values = { open: load.open, capacity };
  if (bar.full.has(person.id)) return { removedBy: 'at_capacity', values: { ...values, foundFull: true } };
  return capacity !== null && load.open >= capacity ? { removedBy: 'at_capacity', values } : undefined;
}

function excludedByRule(person: PersonView, bar: Bar): Removal | undefined {
  const because = bar.excluded.get(person.id);
  return because === undefined ? undefined : { removedBy: 'excluded_by_rule', values: { because } };
}
