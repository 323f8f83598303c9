import type { SubjectDoc } from '../../../domain/access/subjects.ts';
import type { Viewer } from '../../../domain/access/viewer.ts';
import type { DirectoryKindName } from '../../../domain/stream/directory/directory-object.ts';
import type { DirectoryState } from '../../../domain/stream/directory/directory-stream.ts';
import type { PersonState } from '../../../domain/stream/person/person-state.ts';
import type { PoolState } from '../../../domain/stream/pool/pool-stream.ts';
import { seenPerson } from '../../use-cases/directory/person-sight.ts';

/** A kind of directory object as the API offers it. */
export interface DirectoryResource {
  /** In addresses: `/api/v1/people`. */
  readonly plural: string;
  readonly kind: Extract<
    DirectoryKindName,
    'person' | 'team' | 'pool' | 'calendar' | 'account' | 'territory'
  >;
  readonly name: string;
  readonly names: string;
}

/** The kinds that are listed, read, made and changed alike. */
export const directoryResources: readonly DirectoryResource[] = [
  { plural: 'people', kind: 'person', name: 'Person', names: 'People' },
  { plural: 'teams', kind: 'team', name: 'Team', names: 'Teams' },
  { plural: 'pools', kind: 'pool', name: 'Pool', names: 'Pools' },
  { plural: 'calendars', kind: 'calendar', name: 'Calendar', names: 'Calendars' },
  { plural: 'accounts', kind: 'account', name: 'Account', names: 'Accounts' },
  { plural: 'territories', kind: 'territory', name: 'Territory', names: 'Territories' },
];

/** A directory object as rights see it. */
export type DirectorySubject = Extract<
  SubjectDoc,
  { readonly subject: 'Person' | 'Team' | 'Pool' | 'Calendar' | 'Account' | 'Territory' }
>;

/** A directory object, as it was loaded, as rights see it. */
export function directorySubject(
  kind: DirectoryResource['kind'],
  id: string,
  state: unknown,
):
  | DirectorySubject
  | { readonly subject: 'Team' | 'Calendar' | 'Account' | 'Territory'; readonly id: string } {
  switch (kind) {
    case 'person':
      return { subject: 'Person', id, managerId: (state as PersonState).managerId };
    case 'pool':
      return { subject: 'Pool', id, ownerRole: null };
    case 'team':
      return { subject: 'Team', id };
    case 'calendar':
      return { subject: 'Calendar', id };
    case 'account':
      return { subject: 'Account', id };
    default:
      return { subject: 'Territory', id };
  }
}

/** A directory object as it is answered: of people only what colleagues need, of pools nothing that decides ties. */
export function objectBody(
  viewer: Viewer,
  kind: DirectoryResource['kind'],
  object: { readonly id: string; readonly rev: number; readonly state: unknown },
): { readonly [key: string]: unknown } {
  const { id, rev } = object;
  if (kind === 'person') return { id, rev, ...seenPerson(viewer, id, object.state as PersonState) };
  if (kind === 'pool') {
    const { salt: _salt, picks: _picks, ...shown } = object.state as PoolState;
    return { id, rev, ...shown };
  }
  return { id, rev, ...(object.state as DirectoryState) };
}
