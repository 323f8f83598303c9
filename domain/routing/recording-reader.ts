import type { HoursAnswer, LoadCount, MatchEntry, UsedDirectory } from './decision-record.ts';
import type { AccountView, PersonView, PoolView, TeamView, TerritoryView } from './directory.ts';
import type { DirectoryReader } from './directory-reader.ts';
import { Notes } from './notes.ts';
import { returnPick } from './pool-ledger.ts';
import type { Target } from './target-schema.ts';

/** Reads another reader for the decision `key` made at `now`, and notes what it was asked. */
export class RecordingReader implements DirectoryReader {
  private readonly source: DirectoryReader;
  private readonly key: string;
  private readonly now: number;
  private readonly people = new Notes<PersonView>();
  private readonly pools = new Notes<PoolView>();
  private readonly teams = new Notes<TeamView>();
  private readonly loads = new Notes<LoadCount>();
  private readonly openings = new Notes<HoursAnswer>();
  private readonly roles = new Notes<{ readonly role: string; readonly holders: readonly string[] }>();
  private readonly absent = new Notes<string>();

  constructor(source: DirectoryReader, key: string, now: number) {
    this.source = source;
    this.key = key;
    this.now = now;
  }

  person(id: string): PersonView | undefined {
    return this.noted(this.people, 'person', id, this.source.person(id));
  }

  pool(id: string): PoolView | undefined {
    return this.noted(this.pools, 'pool', id, this.source.pool(id));
  }

  team(id: string): TeamView | undefined {
    return this.noted(this.teams, 'team', id, this.source.team(id));
  }

  load(person: string): LoadCount {
    const load = this.source.load(person);
    this.loads.add(person, load);
    return load;
  }

  hours(calendar: string, lookAheadMs: number): HoursAnswer | undefined {
    const answer = this.source.hours(calendar, lookAheadMs);
    if (answer === undefined) this.absent.add(`calendar:${calendar}`, `calendar:${calendar}`);
    else this.openings.add(`${calendar} ${lookAheadMs}`, answer);
    return answer;
  }

  holders(role: string): readonly string[] {
    const holders = this.source.holders(role);
    this.roles.add(role, { role, holders });
    return holders;
  }

  accounts(): readonly AccountView[] {
    return this.source.accounts();
  }

  territories(): readonly TerritoryView[] {
    return this.source.territories();
  }

  reach(target: Target): readonly string[] | undefined {
    return this.source.reach(target);
  }

  /** What was used, cut down; accounts and territories are those the match names. */
  used(match: readonly MatchEntry[]): UsedDirectory {
    const named = new Set(match.map((entry) => `${entry.kind}:${entry.id}`));
    const ofKind = <T extends { readonly id: string }>(kind: string, views: readonly T[]) =>
      views.filter((view) => named.has(`${kind}:${view.id}`));
    return {
      people: this.people.sorted().map((person) => withoutPast(person, this.now)),
      pools: this.pools.sorted().map((pool) => asIfUndecided(pool, this.key)),
      teams: this.teams.sorted(),
      loads: this.loads.sorted(),
      hours: this.openings.sorted(),
      roles: this.roles.sorted(),
      accounts: named.size === 0 ? [] : ofKind('account', this.accounts()),
      territories: named.size === 0 ? [] : ofKind('territory', this.territories()),
      absent: this.absent.sorted(),
    };
  }

  private noted<T>(notes: Notes<T>, kind: string, id: string, view: T | undefined): T | undefined {
    if (view === undefined) this.absent.add(`${kind}:${id}`, `${kind}:${id}`);
    else notes.add(id, view);
    return view;
  }
}

function withoutPast(person: PersonView, now: number): PersonView {
  if (person.leave.length === 0) return person;
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
