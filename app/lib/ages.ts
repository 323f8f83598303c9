/** How long a case has been in the state it is in, in whole days of UTC: the bands in which a backlog is counted. */
export const ages = ['today', 'week', 'month', 'older'] as const;

/** One of the bands. */
export type Age = (typeof ages)[number];

/** What a list of cases can be narrowed to: a band, or `stale`, the two bands over a week. */
export const listedAges = [...ages, 'stale'] as const;

/** What a list can be narrowed to. */
export type ListedAge = (typeof listedAges)[number];

/** What a band is called. */
export const ageWords: Readonly<Record<ListedAge, string>> = {
  today: 'since today',
  week: '1 to 7 days',
  month: '8 to 30 days',
  older: 'over 30 days',
  stale: 'over a week',
};

const dayMs = 86_400_000;

/** The days between which a case of this age came into its state, as the API's filters say them. */
export function sinceOf(
  age: ListedAge,
  now: number,
): { readonly sinceFrom?: string; readonly sinceTo?: string } {
  const ago = (days: number): string => new Date(now - days * dayMs).toISOString().slice(0, 10);
  switch (age) {
    case 'today':
      return { sinceFrom: ago(0) };
    case 'week':
      return { sinceFrom: ago(7), sinceTo: ago(1) };
    case 'month':
      return { sinceFrom: ago(30), sinceTo: ago(8) };
    case 'stale':
      return { sinceTo: ago(8) };
    case 'older':
      return { sinceTo: ago(31) };
  }
}
