import type { TerritoryView } from '../../routing/directory.ts';
import { type DirectoryState, directoryStream } from '../directory/directory-stream.ts';

/** A part of the market, and who answers for it. */
export interface TerritoryState extends DirectoryState, Omit<TerritoryView, 'id' | 'rev'> {
  readonly title: string;
}

/** The stream of one territory. */
export const territoryStream = directoryStream<TerritoryState>({
  kind: 'territory',
  initial: {
    active: false,
    createdAt: 0,
    reason: '',
    title: '',
    ownerId: null,
    region: null,
    countries: [],
    postal: [],
    segments: [],
  },
  indexOf: (state, id) => ({
    lists: ['territory', ...(state.active ? ['territory|active'] : [])],
    sort: `${state.title.toLowerCase()} ${id}`,
  }),
});

/** A territory as decisions see it; those out of use are not shown to them. */
export function viewOfTerritory(id: string, rev: number, state: TerritoryState): TerritoryView {
  const { ownerId, region, countries, postal, segments } = state;
  return { id, rev, ownerId, region, countries, postal, segments };
}
