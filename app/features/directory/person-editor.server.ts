import { systemRoleTitles } from '../../lib/system-role-titles.ts';
import type { Deed } from './deed.server.ts';
import type { Desk } from './desk.server.ts';
import type { FieldSpec, Option, Values } from './directory-view.ts';
import {
  countryOptions,
  hoursField,
  idField,
  lineValues,
  namedValue,
  personField,
  personIn,
  reasonField,
  reasonWelcome,
  rowValues,
  withPerson,
  zoneOptions,
} from './fields.server.ts';
import { misread } from './misread.server.ts';
import type { PersonAnswer } from './person-answer.ts';
import type { Posted } from './posted.server.ts';

async function fields(desk: Desk): Promise<FieldSpec[]> {
  return [
    { name: 'name', label: 'Name', kind: 'line', required: true },
    {
      name: 'email',
      label: 'E-mail',
      kind: 'line',
      hint: 'Notices go there, and it is the name to sign in with.',
    },
    { name: 'title', label: 'Title', kind: 'line' },
    { name: 'department', label: 'Department', kind: 'line' },
    await personField(desk, 'managerId', 'Manager'),
    await hoursField(desk, 'When work reaches them. Without any, at any hour.'),
    { name: 'zone', label: 'Time zone', kind: 'named', options: zoneOptions(), required: true },
    { name: 'country', label: 'Country', kind: 'choice', options: countryOptions() },
    { name: 'language', label: 'Language', kind: 'line', hint: 'A code such as en or fr.' },
    { name: 'capacity', label: 'Cases at a time', kind: 'number', hint: 'Nothing means no limit.' },
    {
      name: 'skills',
      label: 'Skills',
      kind: 'rows',
      hint: 'Levels from 1 to 10; pools and rules ask for them.',
      columns: [
        { name: 'skill', label: 'Skill', kind: 'line' },
        { name: 'level', label: 'Level', kind: 'number' },
      ],
    },
    { name: 'groups', label: 'Groups', kind: 'lines', hint: 'One a line; conditions can read them.' },
  ];
}

function valuesOf(person: PersonAnswer, people: readonly Option[]): Values {
  const text = (value: string | number | null | undefined): string[] =>
    value == null ? [] : [String(value)];
  return {
    name: [person.name],
    email: text(person.email),
    title: text(person.title),
    department: text(person.department),
    managerId: namedValue(person.managerId, people),
    calendarId: text(person.calendarId),
    zone: [person.zone],
    country: text(person.country),
    language: text(person.language),
    capacity: text(person.capacity),
    groups: lineValues(person.groups),
    ...rowValues(
      'skills',
      Object.entries(person.skills ?? {}).map(([skill, level]) => ({ skill, level: String(level) })),
    ),
  };
}

function bodyOf(posted: Posted, people: readonly Option[]): Record<string, unknown> {
  return {
    name: posted.text('name'),
    email: posted.textOrNull('email'),
    title: posted.textOrNull('title'),
    department: posted.textOrNull('department'),
    managerId: personIn(posted, 'managerId', people),
    calendarId: posted.textOrNull('calendarId'),
    zone: posted.text('zone'),
    country: posted.textOrNull('country'),
    language: posted.textOrNull('language'),
    capacity: posted.number('capacity'),
    groups: posted.lines('groups'),
    skills: Object.fromEntries(posted.rows('skills').map(({ at, cell }) => skillIn(at, cell))),
  };
}

function skillIn(at: string, cell: (column: string) => string): readonly [string, number] {
  if (cell('skill') === '') throw misread(`${at}.skill`, 'Name the skill.');
  const level = cell('level');
  if (!/^([1-9]|10)$/.test(level)) throw misread(`${at}.level`, 'Give a level from 1 to 10.');
  return [cell('skill'), Number(level)];
}

/** Changing what is known of somebody. */
export function changePerson(desk: Desk, person: PersonAnswer, managerName: string | undefined): Deed {
  const people = async (): Promise<readonly Option[]> =>
    withPerson(await desk.people(), person.managerId, managerName);
  return {
    id: 'change',
    label: 'Change',
    title: `Change ${person.name}`,
    verb: 'Save the change',
    done: 'Changed.',
    fields: async () => [...(await fields(desk)), reasonField],
    values: async () => valuesOf(person, await people()),
    command: async (posted) => ({
      operationId: 'changePerson',
      params: { id: person.id },
      body: { ...bodyOf(posted, await people()), reason: posted.text('reason') },
      guarded: true,
    }),
  };
}

/** Making somebody known. */
export function createPerson(desk: Desk): Deed {
  return {
    id: 'create',
    label: 'New person',
    title: 'New person',
    lead: 'They can sign in once an administrator sends them a link, or by single sign-on with this e-mail address.',
    verb: 'Make the person',
    done: 'Made.',
    fields: async () => [
      idField('ana.silva'),
      {
        name: 'kind',
        label: 'Kind',
        kind: 'choice',
        required: true,
        options: [
          { id: 'person', label: 'A person' },
          { id: 'service', label: 'A program, which may propose and not decide' },
        ],
      },
      ...(await fields(desk)),
      {
        name: 'systemRoles',
        label: 'Roles in Signalbox',
        kind: 'checks',
        wide: true,
        hint: 'Roles of the organisation are given on their page.',
        options: Object.entries(systemRoleTitles).map(([id, label]) => ({ id, label })),
      },
      reasonWelcome,
    ],
    values: async () => ({ kind: ['person'], systemRoles: ['requester'], zone: [desk.zone] }),
    command: async (posted) => ({
      operationId: 'createPerson',
      body: {
        ...bodyOf(posted, await desk.people()),
        id: posted.text('id'),
        kind: posted.text('kind') || 'person',
        systemRoles: posted.all('systemRoles'),
        reason: posted.text('reason'),
      },
    }),
  };
}
