import { countryNames } from '../../../domain/form/country-names.ts';
import type { Desk } from './desk.server.ts';
import type { FieldSpec, Option } from './directory-view.ts';
import type { Posted } from './posted.server.ts';

/** Why something is changed; the API asks it of every change. */
export const reasonField: FieldSpec = {
  name: 'reason',
  label: 'Why',
  kind: 'text',
  required: true,
  wide: true,
  hint: 'A sentence for those who read the history.',
};

/** Why something is made or joined; welcome, not asked. */
export const reasonWelcome: FieldSpec = {
  ...reasonField,
  required: false,
  hint: 'For those who read the history.',
};

/** The id of something new. */
export const idField = (example: string): FieldSpec => ({
  name: 'id',
  label: 'Id',
  kind: 'line',
  required: true,
  hint: `Small letters, digits, dots and dashes, such as ${example}. It is in addresses and definitions and never changes.`,
});

/** All countries by name. */
export const countryOptions = (): Option[] =>
  Object.entries(countryNames)
    .map(([id, label]) => ({ id, label }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en-GB'));

/** All time zones there are. */
export const zoneOptions = (): Option[] =>
  Intl.supportedValuesOf('timeZone').map((id) => ({ id, label: id }));

/** A choice of working hours. */
export async function hoursField(desk: Desk, hint: string): Promise<FieldSpec> {
  const options = [...(await desk.calendars()), { id: 'always', label: 'Always open' }];
  return { name: 'calendarId', label: 'Hours', kind: 'choice', hint, options };
}

/** A person to be named. */
export async function personField(
  desk: Desk,
  name: string,
  label: string,
  hint?: string,
): Promise<FieldSpec> {
  return { name, label, kind: 'named', hint, options: await desk.people() };
}

/** Who is named in a control; null for nobody. */
export const personIn = (posted: Posted, name: string, people: readonly Option[]): string | null =>
  posted.named(name, people, 'active person');

/** What stands in a control that names somebody: their name where it is only theirs, else their id. */
export function namedValue(id: string | null | undefined, options: readonly Option[]): string[] {
  if (id == null) return [];
  const found = options.find((option) => option.id === id);
  const alone = options.filter(({ label }) => label === found?.label).length === 1;
  return [found !== undefined && alone ? found.label : id];
}

/** Rows of values as they stand in controls. */
export function rowValues(
  name: string,
  rows: readonly Readonly<Record<string, string>>[],
): Record<string, readonly string[]> {
  return Object.fromEntries(
    rows.flatMap((row, index) =>
      Object.entries(row).map(([column, value]) => [`${name}.${index}.${column}`, [value]] as const),
    ),
  );
}

/** One entry a line. */
export const lineValues = (entries: readonly string[] | undefined): string[] => [(entries ?? []).join('\n')];

/** Everybody to choose from, with somebody who is named already though they are not active. */
export function withPerson(
  people: readonly Option[],
  id: string | null | undefined,
  name: string | undefined,
): readonly Option[] {
  if (id == null || people.some((person) => person.id === id)) return people;
  return [...people, { id, label: name ?? id }];
}
