import type { Delegation, Hindrance } from '../../approval/delegation.ts';
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
  /** Those the person made. */
  readonly delegations: readonly Delegation[];
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
    delegations: delegationsBy(id, state),
  };
}

/** The delegations a person made, as approvals read them. */
export function delegationsBy(id: string, state: Pick<PersonState, 'delegations'>): Delegation[] {
  return state.delegations.map((delegation) => delegationBy(id, delegation));
}

/** One delegation as approvals read it. */
export function delegationBy(person: string, delegation: PersonDelegation): Delegation {
  const { types, amountUpTo, reason: _reason, ...plain } = delegation;
  return {
    ...plain,
    from: person,
    ...(types === null ? {} : { types }),
    ...(amountUpTo === null ? {} : { amountUpTo }),
  };
}

/**
 * Why this person could decide on no case for anybody, or undefined; `isInGroup` says whether they are in a team or pool. Requester is a role
 * that opens one's own cases only, and those nobody decides on.
 */
export function hindranceOf(
  { kind, systemRoles, roles }: Pick<PersonState, 'kind' | 'systemRoles' | 'roles'>,
  isInGroup: boolean,
): Hindrance | undefined {
  if (kind === 'service') return 'program';
  if (systemRoles.length > 0 && systemRoles.every((role) => role === 'auditor')) return 'only-audits';
  const reads = systemRoles.some((role) => role === 'auditor' || role === 'admin');
  return reads || roles.length > 0 || isInGroup ? undefined : 'opens-nothing';
}
