import type { Viewer } from '../../../domain/access/viewer.ts';
import type { PersonState } from '../../../domain/stream/person/person-state.ts';

/** Whether somebody sees all of a person: they themselves, their manager, administrators and auditors. */
export function seesAllOf(viewer: Viewer, id: string, state: Pick<PersonState, 'managerId'>): boolean {
  if (viewer.personId === id || state.managerId === viewer.personId) return true;
  return viewer.systemRoles.some((role) => role === 'admin' || role === 'auditor');
}

type ForColleagues =
  | 'active'
  | 'kind'
  | 'name'
  | 'email'
  | 'title'
  | 'department'
  | 'country'
  | 'language'
  | 'zone'
  | 'managerId';

/** A person as somebody sees them: what colleagues need, and the rest only for those who see all of them. */
export type SeenPerson = Pick<PersonState, ForColleagues> & Partial<Omit<PersonState, ForColleagues>>;

/** A person as this viewer may see them. */
export function seenPerson(viewer: Viewer, id: string, state: PersonState): SeenPerson {
  if (seesAllOf(viewer, id, state)) return state;
  const { active, kind, name, email, title, department, country, language, zone, managerId } = state;
  return { active, kind, name, email, title, department, country, language, zone, managerId };
}
