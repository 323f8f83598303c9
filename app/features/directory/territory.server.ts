import { type Desk, type Names, readObject } from './desk.server.ts';
import type { Section } from './directory-view.ts';
import { countryWords } from './field-words.server.ts';
import {
  countryOptions,
  lineValues,
  namedValue,
  personField,
  personIn,
  rowValues,
  withPerson,
} from './fields.server.ts';
import { addressOf, type Kind, type ObjectPage } from './kind.server.ts';
import {
  changePlain,
  createPlain,
  listPlain,
  type PlainAnswer,
  type PlainEditor,
  type PlainKind,
  standingFilter,
} from './plain-kind.server.ts';
import { namedIn } from './posted.server.ts';

interface TerritoryAnswer extends PlainAnswer {
  readonly title: string;
  readonly ownerId: string | null;
  readonly region: string | null;
  readonly countries: readonly string[];
  readonly postal: readonly { readonly from: string; readonly to: string }[];
  readonly segments: readonly string[];
}

const plain: PlainKind = {
  slug: 'territories',
  subject: 'Territory',
  name: 'Territory',
  names: 'Territories',
  one: 'territory',
  example: 'dach-enterprise',
  outOfUse: 'Requests are matched to it no more.',
};

/** Territories: which places and segments are whose. */
export const territoriesKind: Kind = {
  slug: 'territories',
  label: 'Territories',
  none: 'There is no territory yet',
  searches: true,
  isOpen: ({ me }) => me.may('read', 'Territory'),
  filters: async () => [standingFilter],
  list: (desk, narrowing) =>
    listPlain<TerritoryAnswer>(desk, plain, narrowing, {
      columns: [
        { label: 'Name' },
        { label: 'Countries', as: 'side' },
        { label: 'Segments', as: 'side' },
        { label: 'Owner' },
      ],
      row: ({ title, region, countries, segments, ownerId, active }, names) => [
        {
          pieces: [{ text: title, ...(region === null ? {} : { note: region }) }],
          ...(active ? {} : { flags: [{ text: 'Out of use' }] }),
        },
        { pieces: [{ text: countriesInShort(countries) }] },
        { pieces: [{ text: segments.length === 0 ? 'any' : segments.join(', ') }] },
        { pieces: ownerId === null ? [] : [{ text: names.people[ownerId] ?? ownerId }] },
      ],
    }),
  create: (desk) => createPlain(desk, plain, editor(desk, null)),
  read: readTerritory,
};

/** The first few by name; the page of the territory has them all. */
function countriesInShort(countries: readonly string[]): string {
  if (countries.length === 0) return 'any';
  const shown = countries.slice(0, 4).map(countryWords).join(', ');
  return countries.length > 4 ? `${shown} and ${countries.length - 4} more` : shown;
}

function editor(desk: Desk, territory: (TerritoryAnswer & { readonly names: Names }) | null): PlainEditor {
  const people = async () =>
    withPerson(await desk.people(), territory?.ownerId, territory?.names.people[territory.ownerId ?? '']);
  return {
    fields: async () => [
      { name: 'title', label: 'Name', kind: 'line', required: true },
      { ...(await personField(desk, 'ownerId', 'Owner')), options: await people() },
      { name: 'region', label: 'Region', kind: 'line' },
      { name: 'segments', label: 'Segments', kind: 'lines', hint: 'One a line. None means any.' },
      {
        name: 'countries',
        label: 'Countries',
        kind: 'lines',
        wide: true,
        hint: 'One a line, by name or code, such as Germany or DE. None means any.',
      },
      {
        name: 'postal',
        label: 'Postal ranges',
        kind: 'rows',
        hint: 'Both ends belong to it. None means any.',
        columns: [
          { name: 'from', label: 'From', kind: 'line' },
          { name: 'to', label: 'To', kind: 'line' },
        ],
      },
    ],
    values: async () => ({
      title: [territory?.title ?? ''],
      ownerId: namedValue(territory?.ownerId, await people()),
      region: [territory?.region ?? ''],
      segments: lineValues(territory?.segments),
      countries: lineValues(territory?.countries.map(countryWords)),
      ...rowValues('postal', territory?.postal ?? []),
    }),
    body: async (posted) => ({
      title: posted.text('title'),
      ownerId: personIn(posted, 'ownerId', await people()),
      region: posted.textOrNull('region'),
      segments: posted.lines('segments'),
      countries: posted.lines('countries').map(countryIn),
      postal: posted.rows('postal').map(({ cell }) => ({ from: cell('from'), to: cell('to') })),
    }),
  };
}

/** The code of a country that was typed by name or by code. */
function countryIn(typed: string): string {
  const options = countryOptions().map(({ id, label }) => ({ id: id.toLowerCase(), label }));
  return (namedIn(typed, 'countries', options, 'country') ?? '').toUpperCase();
}

async function readTerritory(desk: Desk, id: string): Promise<ObjectPage> {
  const territory = await readObject<TerritoryAnswer>(desk, 'getTerritory', id);
  const { title, ownerId, region, countries, postal, segments, names } = territory;
  const deeds = changePlain(desk, plain, territory, editor(desk, territory));
  return {
    rev: territory.rev,
    deeds,
    history: { operationId: 'listTerritoryHistory', id },
    view: {
      id,
      title,
      second: region ?? 'Territory',
      avatar: null,
      flags: territory.active ? [] : [{ text: 'Out of use', tone: 'danger' }],
      presses: [],
      deeds: deeds.map((deed) => ({ id: deed.id, label: deed.label })),
      sections: [
        list('Countries', 'Any country.', countries.map(countryWords)),
        list(
          'Postal ranges',
          'Any postal code.',
          postal.map(({ from, to }) => `${from} to ${to}`),
        ),
        list('Segments', 'Any segment.', segments),
      ],
      aside: [
        {
          kind: 'facts',
          title: `About ${title}`,
          facts: [
            {
              label: 'Owner',
              pieces: [
                ownerId === null
                  ? { text: 'nobody' }
                  : { text: names.people[ownerId] ?? ownerId, to: addressOf('people', ownerId) },
              ],
            },
            { label: 'Id', pieces: [{ text: id }] },
          ],
        },
      ],
    },
  };
}

function list(title: string, none: string, entries: readonly string[]): Section {
  return {
    kind: 'facts',
    title,
    none,
    facts:
      entries.length === 0
        ? []
        : [
            {
              label: entries.length === 1 ? '1' : `${entries.length}`,
              pieces: entries.map((text) => ({ text })),
            },
          ],
  };
}
