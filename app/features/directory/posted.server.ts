import { instantOfWallTime } from '../../../domain/calendar/instant-of-wall-time.ts';
import type { FieldSpec, Option, Values } from './directory-view.ts';
import { misread } from './misread.server.ts';

const dayMs = 86_400_000;

/** What was posted, read control by control. @throws Misread where it cannot be read. */
export interface Posted {
  text(name: string): string;
  /** The text, or null when there is none. */
  textOrNull(name: string): string | null;
  all(name: string): readonly string[];
  /** One entry a line. */
  lines(name: string): readonly string[];
  /** A whole number, or null when there is none. */
  number(name: string): number | null;
  /** The id of what was named, by its name or its id; null when nothing was. */
  named(name: string, options: readonly Option[], what: string): string | null;
  /** The instant a date begins in a zone, or ends. */
  day(name: string, zone: string, end: 'begins' | 'ends'): number;
  /** The instant of a wall time in a zone; null when none was given. */
  moment(name: string, zone: string): number | null;
  /** Rows with anything in them, cells by column, each with the name its cells begin with. */
  rows(name: string): readonly { readonly at: string; readonly cell: (column: string) => string }[];
  /** What stood in every control, to be shown again. */
  readonly values: Values;
}

/** Reads a posted form whose controls are known. */
export function readPosted(form: FormData, fields: readonly FieldSpec[]): Posted {
  const values = valuesIn(form, fields);
  const text = (name: string): string => values[name]?.[0]?.trim() ?? '';
  const number = (name: string): number | null => {
    const typed = text(name).replaceAll(/[\s,]/g, '');
    if (typed === '') return null;
    if (!/^-?\d{1,12}$/.test(typed)) throw misread(name, 'Give a whole number, such as 8.');
    return Number(typed);
  };
  const dayOf = (name: string): number => {
    const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text(name).slice(0, 10));
    const at =
      parts === null ? Number.NaN : Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
    if (!Number.isFinite(at)) throw misread(name, 'Give a date, such as 24 December 2026.');
    return at / dayMs;
  };
  return {
    values,
    text,
    textOrNull: (name) => text(name) || null,
    all: (name) => values[name] ?? [],
    lines: (name) =>
      text(name)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    number,
    named: (name, options, what) => namedIn(text(name), name, options, what),
    day: (name, zone, end) => instantOfWallTime(zone, dayOf(name) + (end === 'ends' ? 1 : 0), 0),
    moment(name, zone) {
      const typed = text(name);
      if (typed === '') return null;
      const time = /T(\d\d):(\d\d)/.exec(typed);
      if (time === null) throw misread(name, 'Give a date and a time.');
      return instantOfWallTime(zone, dayOf(name), Number(time[1]) * 60 + Number(time[2]));
    },
    rows(name) {
      const count = rowCount(values, name);
      return Array.from({ length: count }, (_, index) => ({
        at: `${name}.${index}`,
        cell: (column: string) => text(`${name}.${index}.${column}`),
      }));
    },
  };
}

/** The id behind what was typed: a name, or an id. @throws Misread when there is none, or more than one. */
export function namedIn(
  typed: string,
  name: string,
  options: readonly Option[],
  what: string,
): string | null {
  if (typed === '') return null;
  const folded = typed.toLowerCase();
  const byName = options.filter(({ label }) => label.toLowerCase() === folded);
  const [only] = byName;
  if (byName.length > 1)
    throw misread(
      name,
      `${byName.length} are called “${typed}”. Give the id: ${byName.map(({ id }) => id).join(' or ')}.`,
    );
  const found = only ?? options.find(({ id }) => id === folded);
  if (found === undefined) throw misread(name, `There is no ${what} “${typed}”. Choose from the list.`);
  return found.id;
}

/** Only what the form asks is taken; empty rows are closed up, so that places in what is sent are places on the page. */
function valuesIn(form: FormData, fields: readonly FieldSpec[]): Values {
  const values: Record<string, readonly string[]> = {};
  const of = (name: string): string[] =>
    form.getAll(name).flatMap((value) => (typeof value === 'string' ? [value.replaceAll('\r\n', '\n')] : []));
  for (const { name, kind, columns = [] } of fields) {
    if (kind !== 'rows') {
      values[name] = of(name);
      continue;
    }
    let next = 0;
    for (const index of indexesOf(form, name)) {
      const cells = columns.map((column) => [column.name, of(`${name}.${index}.${column.name}`)] as const);
      if (cells.every(([, given]) => (given[0] ?? '').trim() === '')) continue;
      for (const [column, given] of cells) values[`${name}.${next}.${column}`] = given;
      next += 1;
    }
  }
  return values;
}

function indexesOf(form: FormData, name: string): number[] {
  const found = new Set<number>();
  for (const key of form.keys()) {
    const index = key.startsWith(`${name}.`) ? /^\d{1,4}/.exec(key.slice(name.length + 1))?.[0] : undefined;
    if (index !== undefined) found.add(Number(index));
  }
  return [...found].sort((a, b) => a - b);
}

/** How many rows of a name there are in the values. */
export function rowCount(values: Values, name: string): number {
  let count = 0;
  for (const key of Object.keys(values)) {
    if (!key.startsWith(`${name}.`)) continue;
    const index = Number(/^\d+/.exec(key.slice(name.length + 1))?.[0] ?? -1);
    count = Math.max(count, index + 1);
  }
  return count;
}
