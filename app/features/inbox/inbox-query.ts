/** The inboxes, in the order of their tabs. */
export const views = [
  { id: 'mine', label: 'Mine' },
  { id: 'team', label: 'My teams' },
  { id: 'approvals', label: 'Approvals' },
  { id: 'unassigned', label: 'Unassigned' },
  { id: 'aside', label: 'Put aside' },
] as const;
export type View = (typeof views)[number]['id'];

/** Due times to narrow an inbox by. */
export const dues = [
  { id: 'late', label: 'late' },
  { id: 'today', label: 'late or today' },
  { id: 'week', label: 'within a week' },
] as const;

/** Which inbox is shown, narrowed by what and in which order; as its address says. */
export interface InboxQuery {
  readonly view: View;
  readonly q: string;
  /** Slug of a request type, or empty for all. */
  readonly type: string;
  readonly due: (typeof dues)[number]['id'] | '';
  readonly sort: 'priority' | 'due';
}

/** What the address of an inbox asks for; what it cannot mean is left out. */
export function inboxQuery(params: URLSearchParams): InboxQuery {
  const get = (name: string): string => params.get(name)?.trim() ?? '';
  return {
    view: views.find(({ id }) => id === get('view'))?.id ?? 'mine',
    q: get('q').slice(0, 200),
    type: /^[a-z][a-z0-9-]{0,62}$/.test(get('type')) ? get('type') : '',
    due: dues.find(({ id }) => id === get('due'))?.id ?? '',
    sort: get('sort') === 'due' ? 'due' : 'priority',
  };
}

/** The address of an inbox, with something more. */
export function inboxAddress(
  { view, q, type, due, sort }: InboxQuery,
  more: Readonly<Record<string, string>> = {},
): string {
  const narrowed = {
    ...(view === 'mine' ? {} : { view }),
    ...(type === '' ? {} : { type }),
    ...(due === '' ? {} : { due }),
    ...(sort === 'priority' ? {} : { sort }),
  };
  const query = new URLSearchParams({ ...(q === '' ? narrowed : { q }), ...more }).toString();
  return query === '' ? '/inbox' : `/inbox?${query}`;
}
