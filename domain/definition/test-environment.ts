import type { Calendar } from '../calendar/calendar.ts';
import { compileCalendar } from '../calendar/compile-calendar.ts';
import type { PersonView, PoolView, TeamView } from '../routing/directory.ts';
import type { RouteDirectory } from '../routing/route-inputs.ts';
import type { Definition } from './definition-schema.ts';
import { referencesOf } from './references-of.ts';

/** Where tests of a definition run: the people, pools, teams and calendars that its rules meet. */
export interface TestEnvironment {
  readonly directory: RouteDirectory;
}

/** How many people stand in each invented pool, team and role. */
const invented = 2;

const always: Calendar = compileCalendar({ zone: 'UTC', week: {}, exceptions: [], alwaysOpen: true });
const alwaysOpen = { rev: 1, calendar: always };

/** A person who is always there and can do everything that is asked for. */
export function inventedPerson(id: string, more: Partial<PersonView> = {}): PersonView {
  return {
    id,
    rev: 1,
    active: true,
    roles: [],
    teams: [],
    country: null,
    language: null,
    zone: 'UTC',
    calendarId: null,
    managerId: null,
    skills: {},
    leave: [],
    away: null,
    capacity: null,
    ...more,
  };
}

/**
 * A company in which everything the definition names exists: pools, teams and roles with two people each, such as
 * `pool:emea:1`, who are always available, and calendars that are always open.
 */
export function inventedEnvironment(definition: Definition): TestEnvironment {
  const { roles, teams, pools, calendars } = referencesOf(definition);
  const skills = skillsOf(definition);
  const people = new Map<string, PersonView>();
  const membersOf = (kind: string, id: string, more: Partial<PersonView>): string[] =>
    Array.from({ length: invented }, (_, index) => {
      const person = inventedPerson(`${kind}:${id}:${index + 1}`, { skills, ...more });
      people.set(person.id, person);
      return person.id;
    });
  for (const role of roles) membersOf('role', role, { roles: [role] });
  const teamViews = teams.map((id): [string, TeamView] => {
    const members = membersOf('team', id, { teams: [id] });
    return [id, { id, rev: 1, members, lead: members[0] ?? null, calendarId: null }];
  });
  const poolViews = pools.map((id): [string, PoolView] => {
    const members = membersOf('pool', id, {}).map((person) => ({ person, weight: 1 }));
    const credits = Object.fromEntries(members.map(({ person }) => [person, 0]));
    return [id, { id, rev: 1, strategy: 'round_robin', members, salt: id, credits, picks: {} }];
  });
  return {
    directory: {
      people,
      teams: new Map(teamViews),
      pools: new Map(poolViews),
      loads: new Map(),
      calendars: new Map(['always', ...calendars].map((id) => [id, alwaysOpen])),
      accounts: [],
      territories: [],
    },
  };
}

/** Every skill a rule asks for, at the highest level. */
function skillsOf({ chains }: Definition): Record<string, number> {
  const needs = chains.flatMap(({ rules, default: last }) =>
    [...rules, last].flatMap((way) => way.skills ?? []),
  );
  return Object.fromEntries(needs.map(({ skill }) => [skill, 10]));
}
