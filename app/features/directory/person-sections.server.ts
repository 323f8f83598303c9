import { delegationColumns, delegationRows } from './delegation-rows.server.ts';
import type { Desk, Names } from './desk.server.ts';
import type { Fact, Flag, Section } from './directory-view.ts';
import { countryWords, valueWords } from './field-words.server.ts';
import { addressOf } from './kind.server.ts';
import { whom } from './person-absence.server.ts';
import type { PersonAnswer } from './person-answer.ts';
import { type Holdings, unseenWords } from './person-holdings.server.ts';
import { type RolesAnswer, roleTitle } from './person-standing.server.ts';
import { cityOf, clockIn } from './spans.server.ts';

/** What is known of somebody at a glance. */
export function aboutFacts(
  desk: Desk,
  person: PersonAnswer,
  names: Names,
  holdings: Holdings | null,
): Fact[] {
  const { email, country, zone, managerId, calendarId, language, skills, capacity, groups } = person;
  const fact = (label: string, text: string | null | undefined, to?: string): Fact[] =>
    text == null || text === '' ? [] : [{ label, pieces: [{ text, to }] }];
  const held = holdings === null ? 0 : holdings.cases.length + holdings.unseen.cases;
  return [
    ...fact('E-mail', email),
    ...fact(
      'Manager',
      managerId === null ? null : (names.people[managerId] ?? managerId),
      managerId === null ? undefined : addressOf('people', managerId),
    ),
    {
      label: 'Where',
      pieces: [
        {
          text: `${cityOf(zone)}${country === null ? '' : `, ${countryWords(country)}`}`,
          note: `${clockIn(zone, desk.now)} now`,
        },
      ],
    },
    ...(calendarId === undefined
      ? []
      : [
          {
            label: 'Hours',
            pieces: [
              calendarId === null
                ? { text: 'any hour' }
                : {
                    text: valueWords('calendarId', calendarId, names),
                    to: calendarId === 'always' ? undefined : addressOf('calendars', calendarId),
                  },
            ],
          },
        ]),
    ...(capacity === undefined
      ? []
      : [
          {
            label: 'Open cases',
            pieces: [{ text: capacity === null ? `${held}, no limit` : `${held} of ${capacity} at a time` }],
          },
        ]),
    ...fact(
      'Skills',
      skills === undefined
        ? null
        : Object.entries(skills)
            .map(([skill, level]) => `${skill} ${level}`)
            .join(', '),
    ),
    ...fact('Groups', groups?.join(', ')),
    ...fact('Language', language),
    ...fact('Id', person.id),
  ];
}

/** What somebody may do, by the roles they have. */
export function rolesSection(person: PersonAnswer, roles: RolesAnswer, deeds: Section['deeds']): Section {
  const system = person.systemRoles ?? [];
  const business = person.roles ?? [];
  return {
    kind: 'facts',
    title: 'Roles',
    ...(deeds === undefined ? {} : { deeds }),
    none: 'None: they can do nothing here.',
    facts: [
      ...(system.length === 0
        ? []
        : [{ label: 'In Signalbox', pieces: system.map((role) => ({ text: roleTitle(roles, role) })) }]),
      ...(business.length === 0
        ? []
        : [
            {
              label: 'In the organisation',
              pieces: business.map((role) => ({ text: roleTitle(roles, role) })),
            },
          ]),
    ],
  };
}

/** The teams and pools somebody is in. */
export function workSection({ teams, pools }: Holdings): Section {
  const flag = (text: string): Flag[] => [{ text }];
  return {
    kind: 'table',
    title: 'Teams and pools',
    none: 'In no team and no pool: cases reach them by name and role only.',
    columns: [{ label: 'Name' }, { label: 'As' }, { label: 'When away', as: 'side' }],
    rows: [
      ...teams.map(({ id, title, leads }) => ({
        id: `team ${id}`,
        cells: [
          {
            pieces: [{ text: title, to: addressOf('teams', id) }],
            avatar: { name: title, kind: 'pool' as const },
          },
          leads
            ? { flags: flag('Lead') }
            : { pieces: [{ text: 'member of the team' }], quiet: true as const },
          {},
        ],
      })),
      ...pools.map(({ id, title, weight, moveOnLeave }) => ({
        id: `pool ${id}`,
        cells: [
          {
            pieces: [{ text: title, to: addressOf('pools', id) }],
            avatar: { name: title, kind: 'pool' as const },
          },
          { pieces: [{ text: `in the pool with weight ${weight}` }], quiet: true as const },
          { pieces: [{ text: moveOnLeave ? 'cases move on' : 'cases stay' }], quiet: true as const },
        ],
      })),
    ],
  };
}

const heldShown = 8;

/** The open cases somebody has or is asked to sign. */
export function heldSection({ cases, gates, unseen }: Holdings): Section {
  const held = [
    ...cases.map((one) => ({ one, what: 'has the case' })),
    ...gates.map((one) => ({ one, what: 'is asked to sign' })),
  ];
  const further = unseenWords(unseen);
  const notes = [
    ...(held.length > heldShown ? [`The first ${heldShown} of ${held.length}.`] : []),
    ...(held.length > 0 && further !== null ? [further] : []),
  ];
  return {
    kind: 'table',
    title: 'Open cases',
    none: further ?? 'None.',
    note: notes.length === 0 ? undefined : notes.join(' '),
    columns: [{ label: 'Case' }, { label: 'As', as: 'side' }],
    rows: held.slice(0, heldShown).map(({ one, what }) => ({
      id: `${what} ${one.id}`,
      cells: [
        { pieces: [{ text: one.number, to: `/cases/${one.id}`, note: one.title }] },
        { pieces: [{ text: what }], quiet: true as const },
      ],
    })),
  };
}

/** Who decides for somebody, and for whom they decide. */
export function delegationSection(
  desk: Desk,
  person: PersonAnswer,
  { delegations, named, typeTitle }: Holdings,
): Section {
  const all = [...delegations.given, ...delegations.received].filter(({ endsAt }) => endsAt > desk.now);
  return {
    kind: 'table',
    title: 'Delegations',
    ...(desk.me.id === person.id && person.active
      ? { deeds: [{ id: 'delegate', label: 'Delegate', to: '/directory/delegations?do=create' }] }
      : {}),
    none: `Nobody decides for ${whom(desk, person)}, and ${desk.me.id === person.id ? 'you decide' : 'they decide'} for nobody.`,
    columns: delegationColumns,
    rows: delegationRows(desk, all, named, typeTitle),
  };
}
