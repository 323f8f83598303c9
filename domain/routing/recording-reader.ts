import type { HoursAnswer, LoadCount, MatchEntry, UsedDirectory } from './decision-record.ts';
import type { PersonView, PoolView, TeamView } from './directory.ts';
import type { DirectoryReader } from './directory-reader.ts';
import { returnPick } from './pool-ledger.ts';

/** A reader that notes what it was asked. */
export interface RecordingReader {
  readonly reader: DirectoryReader;
  /** What was used, cut down; accounts and territories are those the match names. */
  used(match: readonly MatchEntry[]): UsedDirectory;
}

/** Wraps a reader for the decision `key` made at `now`. */
export function recordingReader(source: DirectoryReader, key: string, now: number): RecordingReader {
  const people = new Map<string, PersonView>();
  const pools = new Map<string, PoolView>();
  const teams = new Map<string, TeamView>();
  const loads = new Map<string, LoadCount>();
  const hours = new Map<string, HoursAnswer>();
  const roles = new Map<string, readonly string[]>();
  const absent = new Set<string>();
  const noted = <T>(notes: Map<string, T>, id: string, kind: string, view: T | undefined): T | undefined => {
    if (view === undefined) absent.add(`${kind}:${id}`);
    else notes.set(id, view);
    return view;
  };
  const reader: DirectoryReader = {
    ...source,
    person: (id) => noted(people, id, 'person', source.person(id)),
    pool: (id) => noted(pools, id, 'pool', source.pool(id)),
    team: (id) => noted(teams, id, 'team', source.team(id)),
    load: (person) => {
      const load = source.load(person);
      loads.set(person, load);
      return load;
    },
    hours: (calendar, lookAheadMs) => {
      const answer = source.hours(calendar, lookAheadMs);
      if (answer === undefined) absent.add(`calendar:${calendar}`);
      else hours.set(`${calendar} ${lookAheadMs}`, answer);
      return answer;
    },
    holders: (role) => {
      const ids = source.holders(role);
      roles.set(role, ids);
      return ids;
    },
  };
  const used = (match: readonly MatchEntry[]): UsedDirectory => {
    const named = new Set(match.map((entry) => `${entry.kind}:${entry.id}`));
    return {
      people: sorted(people).map((person) => withoutPast(person, now)),
      pools: sorted(pools).map((pool) => asIfUndecided(pool, key)),
      teams: sorted(teams),
      loads: sorted(loads),
      hours: sorted(hours),
      roles: [...roles.keys()].sort().map((role) => ({ role, holders: roles.get(role) ?? [] })),
      accounts: named.size === 0 ? [] : source.accounts().filter((view) => named.has(`account:${view.id}`)),
      territories:
        named.size === 0 ? [] : source.territories().filter((view) => named.has(`territory:${view.id}`)),
      absent: [...absent].sort(),
    };
  };
  return { reader, used };
}

function sorted<T>(notes: ReadonlyMap<string, T>): T[] {
  if (notes.size === 0) return [];
  return [...notes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, view]) => view);
}

function withoutPast(person: PersonView, now: number): PersonView {
  return { ...person, leave: person.leave.filter((period) => period.until > now) };
}

/** Other cases' pending picks are none of this decision's business; their charges are in the credits. */
function asIfUndecided(pool: PoolView, key: string): PoolView {
  const { id, rev, strategy, salt, members, credits, ...more } = returnPick(pool, key);
  const { calendarId = null, lookAheadMs = 0, skills = [], makeUps = [], madeUp = null } = more;
  return {
    id,
    rev,
    strategy,
    salt,
    members,
    credits,
    picks: {},
    calendarId,
    lookAheadMs,
    skills,
    makeUps,
    madeUp,
  };
}
