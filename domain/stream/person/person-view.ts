import type { PersonView } from '../../routing/directory.ts';
import { type PersonDelegation, type PersonState, rolesOf } from './person-state.ts';

/** What the product knows of a person beyond what routing reads. */
export interface KnownPerson extends PersonView {
  readonly kind: 'person' | 'service';
  readonly name: string;
  readonly email: string | null;
  readonly title: string | null;
  readonly department: string | null;
  readonly groups: readonly string[];
  readonly delegations: readonly PersonDelegation[];
}

/** A person as decisions see them; `teams` are those that name them as a member. */
export function viewOfPerson(
  id: string,
  rev: number,
  state: PersonState,
  teams: readonly string[],
): KnownPerson {
  return {
    id,
    rev,
    active: state.active,
    kind: state.kind,
    name: state.name,
    email: state.email,
    title: state.title,
    department: state.department,
    groups: state.groups,
    roles: rolesOf(state),
    teams,
    country: state.country,
    language: state.language,
    zone: state.zone,
    calendarId: state.calendarId,
    managerId: state.managerId,
    skills: state.skills,
    leave: state.leave.map(({ from, until }) => ({ from, until })),
    away: state.away,
    capacity: state.capacity,
    delegations: state.delegations,
  };
}
