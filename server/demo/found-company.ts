import type { DirectoryKindName } from '../../domain/stream/directory/directory-object.ts';
import { objectOf } from '../../domain/stream/directory-objects.ts';
import type { Actor } from '../../domain/stream/event.ts';
import { installationId } from '../../domain/stream/installation/installation-stream.ts';
import { recordLeave } from '../use-cases/directory/absence.ts';
import { delegate } from '../use-cases/directory/delegations.ts';
import type { DirectoryCall } from '../use-cases/directory/directory-call.ts';
import { createObject } from '../use-cases/directory/write-object.ts';
import { demoRoles } from './company/business-roles.ts';
import { demoCalendars } from './company/calendars.ts';
import { demoConnections } from './company/connections.ts';
import { demoAccounts, demoTerritories } from './company/market.ts';
import { type DemoPerson, demoPeople, offices } from './company/people.ts';
import { demoPools, demoTeams } from './company/teams.ts';
import type { DemoStage } from './demo-stage.ts';

/** Who makes the invented company: the product itself, and it says why. */
const founder: Actor = { kind: 'system', id: 'demo' };
const dayMs = 86_400_000;

const call = (stage: DemoStage, body: unknown): DirectoryCall => ({
  actor: founder,
  command: stage.command(body),
});

async function make(stage: DemoStage, kind: DirectoryKindName, id: string, fields: object): Promise<void> {
  const made = call(stage, [kind, id, fields]);
  await createObject(stage.services.deps, objectOf(kind), made, { id, fields, reason: 'demo' });
}

/** Names the organisation and its roles, whatever they will be given to. */
export async function nameCompany(stage: DemoStage): Promise<void> {
  await make(stage, 'installation', installationId, {
    name: 'Kestrel Instruments',
    businessRoles: demoRoles,
  });
}

/** Makes offices, people, teams, pools, accounts, territories and connections, by the commands everybody uses. */
export async function foundCompany(stage: DemoStage): Promise<void> {
  for (const { id, ...fields } of demoCalendars(stage.from)) {
    const { alwaysOpen, ...plain } = fields;
    await make(stage, 'calendar', id, alwaysOpen === true ? { ...plain, alwaysOpen } : plain);
  }
  for (const person of managersFirst(demoPeople)) await make(stage, 'person', person.id, fieldsOf(person));
  for (const { id, title, members, calendar } of demoTeams) {
    const lead = members[0] ?? null;
    await make(stage, 'team', id, { title, members, lead, calendarId: calendar });
  }
  for (const { id, title, strategy, team, members, lookAheadMinutes, moveOnLeave } of demoPools) {
    const weighed = Object.entries(members).map(([person, weight]) => ({ person, weight }));
    const lookAheadMs = lookAheadMinutes * 60_000;
    await make(stage, 'pool', id, {
      ...{ title, strategy, members: weighed, teamId: team, lookAheadMs, moveOnLeave },
    });
  }
  await makeMarket(stage);
  for (const { id, ...fields } of demoConnections) await make(stage, 'connection', id, fields);
}

function fieldsOf(person: DemoPerson): object {
  const { office, system, roles, skills, groups, capacity, language, calendar, kind } = person;
  const { zone, country, calendar: hours } = offices[office];
  return {
    kind,
    name: person.name,
    title: person.title,
    department: person.department,
    email: kind === 'service' ? null : `${person.id}@kestrel.example`,
    country,
    zone,
    calendarId: calendar ?? hours,
    managerId: person.manager,
    language,
    systemRoles: ['requester', ...system],
    ...{ roles, skills, groups, capacity },
  };
}

/** Everybody behind whoever manages them. */
function managersFirst(people: readonly DemoPerson[]): readonly DemoPerson[] {
  const placed = new Set<string | null>([null]);
  const left = [...people];
  const ordered: DemoPerson[] = [];
  while (left.length > 0) {
    const next = left.findIndex(({ manager }) => placed.has(manager));
    const [person] = left.splice(Math.max(0, next), 1);
    if (person === undefined) break;
    placed.add(person.id);
    ordered.push(person);
  }
  return ordered;
}

async function makeMarket(stage: DemoStage): Promise<void> {
  for (const { id, owner, parent, active, ...fields } of demoAccounts) {
    await make(stage, 'account', id, {
      ...fields,
      status: active ? 'active' : 'closed',
      ownerId: owner,
      parentId: parent,
    });
  }
  for (const { id, title, owner, region, countries, segments = [], postal = [] } of demoTerritories)
    await make(stage, 'territory', id, { title, ownerId: owner, region, countries, segments, postal });
}

/** Leave that is over, that is now and that is to come; and people who sign for others. `until` is the moment the demo ends at. */
export async function planAbsences(stage: DemoStage): Promise<void> {
  const { deps } = stage.services;
  const leaves: readonly [person: string, fromDay: number, days: number, reason: string][] = [
    ['luc', -26, 5, 'Holiday'],
    ['marta', -20, 3, 'Moving house'],
    ['ben', -14, 4, 'Holiday'],
    ['elise', -9, 5, 'Holiday'],
    ['yusuf', -3, 8, 'Parental leave'],
    ['isla', -1, 6, 'Holiday'],
    ['johanna', 3, 10, 'Holiday'],
    ['sunita', 12, 5, 'Festival'],
  ];
  for (const [person, fromDay, days, reason] of leaves) {
    const from = stage.until + fromDay * dayMs;
    const leave = { from, until: from + days * dayMs, reason };
    await recordLeave(deps, call(stage, [person, leave]), { person, leave });
  }
  const delegations: readonly [person: string, to: string, fromDay: number, days: number, more: object][] = [
    ['elise', 'hugo', -9, 5, { types: ['vendor-onboarding'], amountUpTo: 60_000, reason: 'While I am away' }],
    ['noor', 'henrik', -16, 30, { reason: 'Audit season' }],
    ['george', 'mateus', -4, 14, { types: ['refund'], reason: 'I lead the move of the shop' }],
  ];
  for (const [person, to, fromDay, days, more] of delegations) {
    const startsAt = stage.until + fromDay * dayMs;
    const delegation = { to, startsAt, endsAt: startsAt + days * dayMs, ...more };
    await delegate(deps, call(stage, [person, delegation]), { person, delegation });
  }
}
