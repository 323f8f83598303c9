import { must } from '../../lib/api.server.ts';
import { type Answered, type Desk, type Names, readObject } from './desk.server.ts';
import type { Cell, ListView, Piece } from './directory-view.ts';
import { addressOf, type Kind, type Narrowing, type ObjectPage } from './kind.server.ts';
import { absenceDeeds, awayPress, flagsOf, leaveSection } from './person-absence.server.ts';
import type { PersonAnswer } from './person-answer.ts';
import { changePerson, createPerson } from './person-editor.server.ts';
import { readHoldings } from './person-holdings.server.ts';
import {
  aboutFacts,
  delegationSection,
  heldSection,
  rolesSection,
  workSection,
} from './person-sections.server.ts';
import { type RolesAnswer, roleTitle, standingDeeds } from './person-standing.server.ts';
import { cityOf, clockIn } from './spans.server.ts';

/** People: where they are, what they hold, whether they are there. */
export const peopleKind: Kind = {
  slug: 'people',
  label: 'People',
  none: 'Nobody is here yet.',
  searches: true,
  isOpen: ({ me }) => me.may('read', 'Person'),
  async filters(desk) {
    const { system, business } = await rolesOf(desk);
    const roles: RolesAnswer = { system, business };
    const ids = [...system, ...business.map(({ id }) => id)];
    return [
      {
        name: 'show',
        label: 'Who',
        options: [
          { id: '', label: 'active' },
          { id: 'absent', label: 'away or on leave' },
          { id: 'inactive', label: 'not active' },
          { id: 'all', label: 'all' },
        ],
      },
      {
        name: 'role',
        label: 'Role',
        options: [{ id: '', label: 'any' }, ...ids.map((id) => ({ id, label: roleTitle(roles, id) }))],
      },
    ];
  },
  list: listPeople,
  create: (desk) => (desk.me.may('create', 'Person') ? createPerson(desk) : null),
  read: readPerson,
};

const rolesOf = ({ context }: Desk): Promise<RolesAnswer> => must<RolesAnswer>(context, 'listRoleNames');

async function listPeople(desk: Desk, { q, show, role, cursor }: Narrowing): Promise<ListView> {
  const active = show === 'inactive' ? 'false' : show === 'all' ? 'all' : 'true';
  const page = await must<Answered<PersonAnswer>>(desk.context, 'listPeople', {
    query: {
      ...{ q, role, cursor, limit: 50, expand: 'names' },
      ...(show === 'absent' ? { absent: 'now' } : { active: role === '' ? active : undefined }),
    },
  });
  return {
    columns: [
      { label: 'Name' },
      { label: 'Department', as: 'side' },
      { label: 'Manager', as: 'side' },
      { label: 'Where', as: 'side' },
      { label: 'Now' },
    ],
    rows: page.items.map((person) => ({
      id: person.id,
      to: addressOf('people', person.id),
      cells: [
        {
          pieces: [{ text: person.name, ...(person.title === null ? {} : { note: person.title }) }],
          avatar: { name: person.name, kind: person.kind === 'person' ? 'person' : 'program' },
        } satisfies Cell,
        { pieces: [{ text: person.department ?? '' }] },
        { pieces: nameOf(page.names, person.managerId) },
        { pieces: [{ text: cityOf(person.zone), note: clockIn(person.zone, desk.now) }] },
        {
          flags: flagsOf(desk, person).filter(({ tone }) => tone !== undefined || person.kind === 'service'),
        },
      ],
    })),
    next: page.next,
  };
}

const nameOf = (names: Names, id: string | null | undefined): Piece[] =>
  id == null ? [] : [{ text: names.people[id] ?? id }];

async function readPerson(desk: Desk, id: string): Promise<ObjectPage> {
  const person = await readObject<PersonAnswer>(desk, 'getPerson', id);
  const all = person.leave !== undefined;
  const [holdings, roles] = await Promise.all([all ? readHoldings(desk, id) : null, rolesOf(desk)]);
  const names = person.names;
  const named = person.managerId === null ? undefined : names.people[person.managerId];
  const deeds = [
    ...(desk.me.may('update', 'Person', { ...person }) ? [changePerson(desk, person, named)] : []),
    ...absenceDeeds(desk, person),
    ...standingDeeds(desk, { person, roles, holdings }),
  ];
  const offered = new Set(deeds.map((deed) => deed.id));
  const links = (ids: readonly string[]) =>
    ids.flatMap((wanted) =>
      deeds.filter((deed) => deed.id === wanted).map(({ id: deed, label }) => ({ id: deed, label })),
    );
  return {
    rev: person.rev,
    deeds,
    history: all ? { operationId: 'listPersonHistory', id, zone: person.zone } : null,
    view: {
      id,
      title: person.name,
      second: [person.title, person.department].filter((part) => part !== null).join(', '),
      avatar: { name: person.name, kind: person.kind === 'person' ? 'person' : 'program' },
      flags: flagsOf(desk, person),
      presses: awayPress(desk, person),
      deeds: links(['away-until', 'change', 'deactivate', 'reactivate']),
      sections: all
        ? [
            ...(holdings === null ? [] : [workSection(holdings), heldSection(holdings)]),
            leaveSection(desk, person),
            ...(holdings === null ? [] : [delegationSection(desk, person, holdings)]),
          ]
        : [
            {
              kind: 'facts',
              title: 'Leave, roles and what they hold',
              facts: [],
              none: `These are for ${person.name}, their manager and administrators.`,
            },
          ],
      aside: [
        { kind: 'facts', title: `About ${person.name}`, facts: aboutFacts(desk, person, names, holdings) },
        ...(all
          ? [
              rolesSection(
                person,
                roles,
                offered.has('grant') || offered.has('revoke') ? links(['grant', 'revoke']) : [],
              ),
            ]
          : []),
      ],
    },
  };
}
