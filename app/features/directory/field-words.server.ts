import { countryNames } from '../../../domain/form/country-names.ts';
import { systemRoleTitle } from '../../lib/system-role-titles.ts';
import type { Names } from './desk.server.ts';

/** What fields of directory objects are called in sentences and forms. */
export const fieldLabels: Readonly<Record<string, string>> = {
  kind: 'Kind',
  name: 'Name',
  title: 'Title',
  email: 'E-mail',
  department: 'Department',
  country: 'Country',
  language: 'Language',
  zone: 'Time zone',
  calendarId: 'Hours',
  managerId: 'Manager',
  groups: 'Groups',
  systemRoles: 'Roles in Signalbox',
  roles: 'Roles of the organisation',
  skills: 'Skills',
  capacity: 'Cases at a time',
  members: 'Members',
  lead: 'Lead',
  strategy: 'How work is shared',
  lookAheadMs: 'Not before the end of a shift',
  teamId: 'Team',
  moveOnLeave: 'Cases move on when somebody is away',
  week: 'Week',
  exceptions: 'Holidays and other hours',
  alwaysOpen: 'Always open',
  domains: 'Domains',
  status: 'Status',
  tier: 'Tier',
  lifecycle: 'Lifecycle',
  segment: 'Segment',
  ownerId: 'Owner',
  parentId: 'Parent',
  lists: 'Named lists',
  attributes: 'Attributes',
  region: 'Region',
  countries: 'Countries',
  postal: 'Postal ranges',
  segments: 'Segments',
};

/** How a pool shares its work, in words. */
export const strategyWords: Readonly<Record<string, string>> = {
  round_robin: 'in turn, equal shares',
  weighted: 'in turn, by weight',
  least_loaded: 'to whoever has least',
  skills: 'by skill, then in turn',
  ordered: 'first in the list who can',
};

export const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** A window as people write it. */
export const windowWords = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  `${from}–${to}`;

/** A country by its code, in words. */
export const countryWords = (code: string): string => countryNames[code] ?? code;

const nothing = 'nothing';
const yesNo = (value: unknown): string => (value === true ? 'yes' : 'no');
const listed = (texts: readonly string[]): string => (texts.length === 0 ? nothing : texts.join(', '));

/** The entries of a value that is a list of things, each in words; null for a value that is no list. */
export function entriesOf(field: string, value: unknown, names: Names): string[] | null {
  if (field === 'skills' || field === 'attributes')
    return pairs(value).map(([name, part]) => `${name} ${shown(part)}`);
  if (field === 'week') return weekEntries(value);
  if (!Array.isArray(value)) return null;
  return value.map((entry) => entryWords(field, entry, names));
}

/** A value of a field, in words. */
export function valueWords(field: string, value: unknown, names: Names): string {
  const entries = entriesOf(field, value, names);
  if (entries !== null) return listed(entries);
  if (value === null || value === undefined || value === '')
    return field === 'capacity' ? 'no limit' : nothing;
  if (typeof value === 'boolean') return yesNo(value);
  const text = String(value);
  const named: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    managerId: names.people,
    ownerId: names.people,
    lead: names.people,
    calendarId: { ...names.calendars, always: 'always open' },
    teamId: names.teams,
    parentId: names.accounts,
    strategy: strategyWords,
    country: { [text]: countryWords(text) },
    lookAheadMs: { [text]: `${Math.round(Number(text) / 60_000)} minutes` },
  };
  return named[field]?.[text] ?? text;
}

function entryWords(field: string, entry: unknown, names: Names): string {
  if (typeof entry === 'string') {
    if (field === 'members') return names.people[entry] ?? entry;
    if (field === 'systemRoles') return systemRoleTitle(entry) ?? entry;
    return field === 'countries' ? countryWords(entry) : entry;
  }
  const parts = Object(entry) as Readonly<Record<string, unknown>>;
  if (field === 'members')
    return `${names.people[shown(parts['person'])] ?? shown(parts['person'])} (weight ${shown(parts['weight'])})`;
  if (field === 'exceptions')
    return `${shown(parts['date'])} ${shown(parts['title'])}${hoursIn(parts['windows'])}`;
  if (field === 'postal') return `${shown(parts['from'])} to ${shown(parts['to'])}`;
  if (field === 'skills') return `${shown(parts['skill'])} ${shown(parts['level'])}`;
  return Object.values(parts).map(shown).join(' ');
}

const hoursIn = (windows: unknown): string =>
  Array.isArray(windows) && windows.length > 0 ? `, ${windows.map(windowWords).join(', ')}` : '';

function weekEntries(value: unknown): string[] {
  const week = Object(value) as Readonly<Record<string, readonly { from: string; to: string }[] | undefined>>;
  return dayNames.flatMap((day, i) => {
    const windows = week[i + 1] ?? [];
    return windows.length === 0 ? [] : [`${day} ${windows.map(windowWords).join(', ')}`];
  });
}

/** The entries of a list of skills, whichever way it is stored. */
const pairs = (value: unknown): (readonly [string, unknown])[] =>
  Array.isArray(value)
    ? value.map(
        (entry: Readonly<Record<string, unknown>>) => [shown(entry['skill']), entry['level']] as const,
      )
    : Object.entries(Object(value) as Readonly<Record<string, unknown>>);

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(shown).join(', ');
  if (typeof value === 'boolean') return yesNo(value);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
