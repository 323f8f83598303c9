import { isOpen } from '../calendar/is-open.ts';
import type { HoursAnswer, LoadCount } from './decision-record.ts';
import type { AccountView, PersonView, PoolView, TeamView, TerritoryView } from './directory.ts';
import { otherSlots } from './load-slots.ts';
import type { RouteInputs } from './route-inputs.ts';
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
export function directoryReader(inputs: RouteInputs): DirectoryReader {
  const { directory, now, key } = inputs;
  const holders = (role: string): readonly string[] => {
    const ids: string[] = [];
    for (const person of directory.people.values()) {
      if (person.active && person.roles.includes(role)) ids.push(person.id);
    }
    return ids.sort();
  };
  return {
    person: (id) => directory.people.get(id),
    pool: (id) => directory.pools.get(id),
    team: (id) => directory.teams.get(id),
    load: (person) => {
      const load = directory.loads.get(person);
      if (load === undefined) return { person, rev: 0, accepts: true, open: 0 };
      return { person, rev: load.rev, accepts: load.accepts, open: otherSlots(load, key.caseId) };
    },
    hours: (calendar, lookAheadMs) => {
      const view = directory.calendars.get(calendar);
      if (view === undefined) return undefined;
      return { calendar, rev: view.rev, lookAheadMs, open: isOpen(view.calendar, now, lookAheadMs) };
    },
    holders,
    accounts: () => directory.accounts,
    territories: () => directory.territories,
    reach: (target) => {
      if ('pool' in target) return directory.pools.get(target.pool)?.members.map((member) => member.person);
      if ('team' in target) return directory.teams.get(target.team)?.members;
      return 'role' in target ? holders(target.role) : undefined;
    },
  };
}
