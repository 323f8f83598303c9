import { isOpen } from '../calendar/is-open.ts';
import type { HoursAnswer, LoadCount } from './decision-record.ts';
import type { AccountView, PersonView, PoolView, TeamView, TerritoryView } from './directory.ts';
import { otherSlots } from './load-slots.ts';
import type { RouteDirectory, RouteInputs } from './route-inputs.ts';
import type { Target } from './target-schema.ts';

/** The directory as one decision sees it; answers never change while it lasts. */
export interface DirectoryReader {
  person(id: string): PersonView | undefined;
  pool(id: string): PoolView | undefined;
  team(id: string): TeamView | undefined;
  load(person: string): LoadCount;
  hours(calendar: string, lookAheadMs: number): HoursAnswer | undefined;
  /** Ids of the active people with a role, sorted. */
  holders(role: string): readonly string[];
  accounts(): readonly AccountView[];
  territories(): readonly TerritoryView[];
  /** The people a target may reach, as far as the directory at hand says. */
  reach(target: Target): readonly string[] | undefined;
}

/** Reads the loaded directory. */
export class LiveDirectory implements DirectoryReader {
  private readonly directory: RouteDirectory;
  private readonly now: number;
  private readonly caseId: string;

  constructor(inputs: RouteInputs) {
    this.directory = inputs.directory;
    this.now = inputs.now;
    this.caseId = inputs.key.caseId;
  }

  person(id: string): PersonView | undefined {
    return this.directory.people.get(id);
  }

  pool(id: string): PoolView | undefined {
    return this.directory.pools.get(id);
  }

  team(id: string): TeamView | undefined {
    return this.directory.teams.get(id);
  }

  load(person: string): LoadCount {
    const load = this.directory.loads.get(person);
    if (load === undefined) return { person, rev: 0, accepts: true, open: 0 };
    return { person, rev: load.rev, accepts: load.accepts, open: otherSlots(load, this.caseId) };
  }

  hours(calendar: string, lookAheadMs: number): HoursAnswer | undefined {
    const view = this.directory.calendars.get(calendar);
    if (view === undefined) return undefined;
    return { calendar, rev: view.rev, lookAheadMs, open: isOpen(view.calendar, this.now, lookAheadMs) };
  }

  holders(role: string): readonly string[] {
    const ids: string[] = [];
    for (const person of this.directory.people.values()) {
      if (person.active && person.roles.includes(role)) ids.push(person.id);
    }
    return ids.sort();
  }

  accounts(): readonly AccountView[] {
    return this.directory.accounts;
  }

  territories(): readonly TerritoryView[] {
    return this.directory.territories;
  }

  reach(target: Target): readonly string[] | undefined {
    if ('pool' in target) return this.pool(target.pool)?.members.map((member) => member.person);
    if ('team' in target) return this.team(target.team)?.members;
    return 'role' in target ? this.holders(target.role) : undefined;
  }
}
