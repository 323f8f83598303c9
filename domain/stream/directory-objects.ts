import { accountObject } from './account/account-object.ts';
import { calendarObject } from './calendar/calendar-object.ts';
import { connectionObject } from './connection/connection-object.ts';
import type { DirectoryKindName, DirectoryObject } from './directory/directory-object.ts';
import type { DirectoryState } from './directory/directory-stream.ts';
import { installationObject } from './installation/installation-object.ts';
import { personObject } from './person/person-object.ts';
import { poolObject } from './pool/pool-object.ts';
import { teamObject } from './team/team-object.ts';
import { territoryObject } from './territory/territory-object.ts';

/** Every kind of directory object that is made and changed by fields. */
export const directoryObjects = {
  person: personObject,
  team: teamObject,
  pool: poolObject,
  calendar: calendarObject,
  account: accountObject,
  territory: territoryObject,
  connection: connectionObject,
  installation: installationObject,
} as const;

/** The object of a kind, for callers that treat all kinds alike. */
export function objectOf(kind: DirectoryKindName): DirectoryObject<DirectoryState> {
  return directoryObjects[kind];
}
