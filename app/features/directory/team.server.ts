import { randomUUID } from 'node:crypto';
import type { Deed } from './deed.server.ts';
import { type Desk, type Names, readObject } from './desk.server.ts';
import type { DeedLink, Fact, Section } from './directory-view.ts';
import { valueWords } from './field-words.server.ts';
import { hoursField, namedValue, personField, personIn, reasonWelcome, withPerson } from './fields.server.ts';
import { addressOf, type Kind, type ObjectPage } from './kind.server.ts';
import { misread } from './misread.server.ts';
import {
  changePlain,
  createPlain,
  listPlain,
  type PlainAnswer,
  type PlainEditor,
  type PlainKind,
  standingFilter,
} from './plain-kind.server.ts';

interface TeamAnswer extends PlainAnswer {
  readonly title: string;
  readonly members: readonly string[];
  readonly lead: string | null;
  readonly calendarId: string | null;
  readonly email: string | null;
}

const plain: PlainKind = {
  slug: 'teams',
  subject: 'Team',
  name: 'Team',
  names: 'Teams',
  one: 'team',
  example: 'customer-care',
  outOfUse: 'Its members see its cases no more by being in it. Rules that name it fall through.',
};

/** Teams: who works together, and who leads. */
export const teamsKind: Kind = {
  slug: 'teams',
  label: 'Teams',
  none: 'There is no team yet',
  searches: true,
  isOpen: ({ me }) => me.may('read', 'Team'),
  filters: async () => [standingFilter],
  list: (desk, narrowing) =>
    listPlain<TeamAnswer>(desk, plain, narrowing, {
      columns: [
        { label: 'Name' },
        { label: 'Lead' },
        { label: 'Hours', as: 'side' },
        { label: 'Members', as: 'number' },
      ],
      row: ({ id, title, lead, calendarId, members, active }, names) => [
        {
          avatar: { name: title, kind: 'pool' },
          pieces: [{ text: title, note: id }],
          ...(active ? {} : { flags: [{ text: 'Out of use' }] }),
        },
        { pieces: lead === null ? [] : [{ text: names.people[lead] ?? lead }] },
        { pieces: calendarId === null ? [] : [{ text: valueWords('calendarId', calendarId, names) }] },
        { pieces: [{ text: String(members.length) }] },
      ],
    }),
  create: (desk) => createPlain(desk, plain, editor(desk, null, undefined)),
  read: readTeam,
};

function editor(desk: Desk, team: TeamAnswer | null, leadName: string | undefined): PlainEditor {
  const people = async () => withPerson(await desk.people(), team?.lead, leadName);
  return {
    fields: async () => [
      { name: 'title', label: 'Name', kind: 'line', required: true },
      { ...(await personField(desk, 'lead', 'Lead', 'One of its members.')), options: await people() },
      await hoursField(desk, 'What its clocks run on, where a request type says so.'),
      { name: 'email', label: 'E-mail', kind: 'line' },
    ],
    values: async () => ({
      title: [team?.title ?? ''],
      lead: namedValue(team?.lead, await people()),
      calendarId: [team?.calendarId ?? ''],
      email: [team?.email ?? ''],
    }),
    body: async (posted) => {
      const lead = personIn(posted, 'lead', await people());
      return {
        title: posted.text('title'),
        lead,
        calendarId: posted.textOrNull('calendarId'),
        email: posted.textOrNull('email'),
        // A new team begins with its lead, who has to be one of it.
        ...(team === null && lead !== null ? { members: [lead] } : {}),
      };
    },
  };
}

async function readTeam(desk: Desk, id: string): Promise<ObjectPage> {
  const team = await readObject<TeamAnswer>(desk, 'getTeam', id);
  const { names, title, lead } = team;
  const may = team.active && desk.me.may('update', 'Team', { ...team });
  const change = changePlain(
    desk,
    plain,
    team,
    editor(desk, team, lead === null ? undefined : names.people[lead]),
  );
  const deeds: Deed[] = [...change, ...(may ? [joinDeed(desk, team), leaveDeed(team)] : [])];
  const count = team.members.length;
  return {
    rev: team.rev,
    deeds,
    history: { operationId: 'listTeamHistory', id },
    view: {
      id,
      title,
      second: count === 1 ? '1 member' : `${count} members`,
      avatar: { name: title, kind: 'pool' },
      flags: team.active ? [] : [{ text: 'Out of use', tone: 'danger' }],
      presses: [],
      deeds: change.map((deed) => ({ id: deed.id, label: deed.label })),
      sections: [membersSection(team, names, may)],
      aside: [{ kind: 'facts', title: `About ${title}`, facts: aboutFacts(team, names) }],
    },
  };
}

function membersSection({ members, lead }: TeamAnswer, names: Names, may: boolean): Section {
  const deeds: DeedLink[] = may ? [{ id: 'join', label: 'Add a member' }] : [];
  const name = (person: string): string => names.people[person] ?? person;
  return {
    kind: 'table',
    title: 'Members',
    deeds,
    none: 'Nobody is in it.',
    columns: [{ label: 'Name' }, ...(may ? [{ label: 'Remove', as: 'press' as const }] : [])],
    rows: members
      .toSorted((a, b) => name(a).localeCompare(name(b), 'en-GB'))
      .map((person) => ({
        id: person,
        cells: [
          {
            avatar: { name: name(person), kind: 'person' as const },
            pieces: [{ text: name(person), to: addressOf('people', person) }],
            ...(person === lead ? { flags: [{ text: 'Lead' }] } : {}),
          },
          ...(may
            ? [
                {
                  press: {
                    deed: 'leave',
                    label: 'Remove',
                    key: randomUUID(),
                    fields: { person },
                    about: name(person),
                  },
                },
              ]
            : []),
        ],
      })),
  };
}

function joinDeed(desk: Desk, { id, members }: TeamAnswer): Deed {
  const people = async () => (await desk.people()).filter((person) => !members.includes(person.id));
  return {
    id: 'join',
    label: 'Add a member',
    title: 'Add a member',
    lead: 'They see the cases of the team from this moment.',
    verb: 'Add',
    done: 'Added.',
    fields: async () => [
      { ...(await personField(desk, 'person', 'Who')), options: await people(), required: true },
      reasonWelcome,
    ],
    command: async (posted) => {
      const person = personIn(posted, 'person', await people());
      if (person === null) throw misread('person', 'Say who joins.');
      return { operationId: 'joinTeam', params: { id }, body: { person, reason: posted.text('reason') } };
    },
  };
}

const leaveDeed = ({ id }: TeamAnswer): Deed => ({
  id: 'leave',
  label: 'Remove',
  title: 'Remove a member',
  verb: 'Remove',
  done: 'Removed.',
  press: true,
  fields: async () => [{ name: 'person', label: 'Who', kind: 'line', required: true }],
  command: (posted) => ({ operationId: 'leaveTeam', params: { id, person: posted.text('person') } }),
});

function aboutFacts({ id, lead, calendarId, email }: TeamAnswer, names: Names): Fact[] {
  return [
    {
      label: 'Lead',
      pieces: [
        lead === null
          ? { text: 'nobody' }
          : { text: names.people[lead] ?? lead, to: addressOf('people', lead) },
      ],
    },
    {
      label: 'Hours',
      pieces: [
        calendarId === null
          ? { text: 'none of its own' }
          : {
              text: valueWords('calendarId', calendarId, names),
              to: calendarId === 'always' ? undefined : addressOf('calendars', calendarId),
            },
      ],
    },
    ...(email === null ? [] : [{ label: 'E-mail', pieces: [{ text: email }] }]),
    { label: 'Id', pieces: [{ text: id }] },
  ];
}
