import type { FactSet } from '../fact/fact-set.ts';
import type { MatchEntry } from './decision-record.ts';
import type { TerritoryView } from './directory.ts';
import type { Matched } from './match-account.ts';
import type { TerritoryMatch } from './match-schema.ts';

interface Place {
  readonly country: string | undefined;
  readonly postal: string | undefined;
  readonly segment: string | undefined;
}

interface Fit {
  readonly territory: TerritoryView;
  readonly by: readonly string[];
  readonly specific: number;
}

/**
 * Finds the territory whose every criterion holds; of several the most specific (postal code over segment over country),
 * then the one with the smaller id. The others are recorded, so that overlaps show.
 */
export function matchTerritory(
  config: TerritoryMatch,
  facts: FactSet,
  territories: readonly TerritoryView[],
): Matched<TerritoryView> {
  const keys = [config.country, config.postal, config.segment].filter((key) => key !== undefined);
  const missing = keys.filter((key) => typeof facts.values[key] !== 'string');
  const place: Place = {
    country: textOf(facts, config.country)?.toUpperCase(),
    postal: normalPostal(textOf(facts, config.postal)),
    segment: textOf(facts, config.segment),
  };
  const fits = territories
    .map((territory) => fitOf(territory, place))
    .filter((fit) => fit !== undefined)
    .sort((a, b) => b.specific - a.specific || (a.territory.id < b.territory.id ? -1 : 1));
  const best = fits[0]?.specific;
  const entries = fits.map(({ territory, by, specific }, i): MatchEntry => {
    const code = i === 0 ? 'matched' : specific === best ? 'lost_on_id' : 'less_specific';
    return { kind: 'territory', id: territory.id, by: by.join('+') || 'anywhere', score: 1, code };
  });
  return { found: fits[0]?.territory, entries, missing };
}

function fitOf(territory: TerritoryView, place: Place): Fit | undefined {
  const criteria = [
    { name: 'postal', worth: 4, asked: territory.postal.length > 0, holds: inRange(territory, place.postal) },
    {
      name: 'segment',
      worth: 2,
      asked: territory.segments.length > 0,
      holds: has(territory.segments, place.segment),
    },
    {
      name: 'country',
      worth: 1,
      asked: territory.countries.length > 0,
      holds: has(territory.countries, place.country),
    },
  ].filter((criterion) => criterion.asked);
  if (!criteria.every((criterion) => criterion.holds)) return undefined;
  const specific = criteria.reduce((sum, criterion) => sum + criterion.worth, 0);
  return { territory, by: criteria.map((criterion) => criterion.name), specific };
}

function has(list: readonly string[], value: string | undefined): boolean {
  return value !== undefined && list.includes(value);
}

/** A bound speaks for as many characters as it has: `75` to `77` holds `75011` and `77999`. */
function inRange(territory: TerritoryView, postal: string | undefined): boolean {
  if (postal === undefined) return false;
  return territory.postal.some((range) => {
    const from = normalPostal(range.from) ?? '';
    const to = normalPostal(range.to) ?? '';
    return postal.slice(0, from.length) >= from && postal.slice(0, to.length) <= to;
  });
}

function normalPostal(text: string | undefined): string | undefined {
  return text?.toUpperCase().replace(/[\s-]/g, '');
}

function textOf(facts: FactSet, key: string | undefined): string | undefined {
  const value = key === undefined ? undefined : facts.values[key];
  return typeof value === 'string' ? value : undefined;
}
