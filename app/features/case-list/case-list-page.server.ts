import type { briefOf } from '../../../server/http/routes/case-view.ts';
import type { NamesOfCases } from '../../../server/use-cases/lists/names-of-cases.ts';
import { ageWords, type ListedAge, listedAges, sinceOf } from '../../lib/ages.ts';
import { maybe, must, whoever } from '../../lib/api.server.ts';
import type { AppContext } from '../../lib/app-context.ts';
import { personNamed } from '../../lib/person-named.server.ts';
import { timesIn } from '../../lib/times.server.ts';

type Asking = Pick<AppContext, 'api' | 'person'>;
type Brief = ReturnType<typeof briefOf>;

interface CasesAnswer {
  readonly items: readonly Brief[];
  readonly next: string | null;
  readonly refine?: boolean;
  readonly names: NamesOfCases;
}

/** What narrows the list, as the address says it; an empty text narrows nothing. */
export interface CaseNarrowing {
  readonly q: string;
  readonly type: string;
  readonly state: string;
  readonly category: string;
  readonly open: string;
  readonly owner: string;
  readonly age: string;
  readonly late: string;
  readonly counted: string;
  readonly from: string;
  readonly to: string;
}

const countedWords: Readonly<Record<string, string>> = {
  submitted: 'Came in',
  closed: 'Were finished',
  assigned: 'Were given to somebody for the first time',
  reassigned: 'Were handed on to somebody else in the same step',
  unassigned: 'Routing found nobody',
  escalated: 'Were escalated',
  recategorised: 'Were moved to another request type',
  breached: 'Missed a deadline',
  responded: 'Got their first answer',
  decided: 'Had a gate decided',
};

const perPage = 50;
/** A page may end early where little of what it meets fits; up to so many are put together until there is something to show. */
const triesForRows = 20;

/** The list of cases at an address: everything the reader may see, narrowed. */
export async function caseListPage(context: Asking, url: URL) {
  const { zone } = whoever(context);
  const now = readNarrowing(url.searchParams);
  const [{ people, id: owner }, types] = await Promise.all([
    personNamed(context, now.owner),
    maybe<{ readonly items: readonly { readonly slug: string; readonly title: string }[] }>(
      context,
      'listRequestTypes',
      { query: { view: 'all', limit: 200 } },
    ),
  ]);
  const cursor = url.searchParams.get('after') ?? '';
  const answer = await read(context, { ...now, owner }, cursor);
  const { items, next, names, refine = false } = answer;
  const times = timesIn(zone);
  return {
    now,
    types: types?.items.map(({ slug, title }) => ({ slug, title })) ?? [],
    people,
    said: saidOf(now),
    many: items.length === 0 ? null : manyOf(answer, cursor === ''),
    first: cursor === '',
    next,
    refine,
    rows: items.map((brief) => ({
      id: brief.id,
      number: brief.number,
      title: brief.title,
      type: names.cases[brief.id]?.type ?? '',
      state: {
        category: brief.category,
        outcome: brief.outcome,
        title: names.cases[brief.id]?.state ?? brief.state,
      },
      holder: holderOf(brief, names.people),
      due: brief.open ? times.due(brief.dueAt) : null,
      sent: times.when(brief.submittedAt),
    })),
  };
}

/** What the list of cases shows. */
export type CaseListPage = Awaited<ReturnType<typeof caseListPage>>;

function readNarrowing(asked: URLSearchParams): CaseNarrowing {
  const given = (name: string): string => asked.get(name)?.trim() ?? '';
  return {
    q: given('q').slice(0, 200),
    type: given('type'),
    state: given('state'),
    category: given('category'),
    open: given('open'),
    owner: given('owner'),
    age: isAge(given('age')) ? given('age') : '',
    late: given('late'),
    counted: given('counted'),
    from: given('from'),
    to: given('to'),
  };
}

async function read(context: Asking, narrowing: CaseNarrowing, cursor: string): Promise<CasesAnswer> {
  const { age, q, ...filter } = narrowing;
  const since = isAge(age) ? sinceOf(age, Date.now()) : {};
  const days = filter.counted === '' ? { from: '', to: '' } : {};
  // A search looks among all cases, whatever was counted when.
  const searched = q === '' ? {} : { q, counted: '', from: '', to: '' };
  const ask = (after: string): Promise<CasesAnswer> =>
    must<CasesAnswer>(context, 'listCases', {
      query: { ...filter, ...days, ...since, ...searched, limit: perPage, cursor: after, expand: 'names' },
    });
  let page = await ask(cursor);
  for (let tries = 1; isShort(page) && page.next !== null && tries < triesForRows; tries += 1)
    page = joined(page, await ask(page.next));
  return page;
}

const isShort = ({ items }: CasesAnswer): boolean => items.length < perPage / 2;

/** Two pages as one: its number of rows can be told where the second is the last. */
function joined(one: CasesAnswer, two: CasesAnswer): CasesAnswer {
  const { people, cases } = one.names;
  return {
    ...two,
    items: [...one.items, ...two.items],
    names: {
      ...two.names,
      people: { ...people, ...two.names.people },
      cases: { ...cases, ...two.names.cases },
    },
  };
}

/** How many the list holds, as far as it was read: exact where it ends here, else what is shown of more. */
function manyOf({ items, next, refine }: CasesAnswer, first: boolean): string {
  const cases = items.length === 1 ? '1 case' : `${items.length} cases`;
  if (first && next === null && refine !== true) return cases;
  return next === null && refine !== true ? `The last ${cases}` : `${cases} shown; there are more`;
}

const isAge = (age: string): age is ListedAge => listedAges.some((known) => known === age);

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' },
});

/** What the list holds beyond what its form shows, in words. */
function saidOf({ counted, from, to, q, age }: CaseNarrowing): string | null {
  if (q !== '') return null;
  if (isAge(age) && counted === '') return `In their state ${ageWords[age]}`;
  const what = countedWords[counted];
  if (what === undefined) return null;
  const day = (name: string): string =>
    Number.isNaN(Date.parse(name)) ? name : dayFormat.format(Date.parse(name));
  return from === to ? `${what} on ${day(from)}` : `${what} from ${day(from)} to ${day(to)}`;
}

function holderOf({ open, owner, placement }: Brief, people: Readonly<Record<string, string>>): string {
  if (!open) return 'finished';
  if (owner !== null) return people[owner] ?? 'somebody who left';
  if (placement === 'unassigned') return 'nobody found';
  return placement === 'undecided' ? 'being routed' : 'waits in a team';
}
