import { Temporal } from 'temporal-polyfill';
import type { NamesOfCases } from '../../../server/use-cases/lists/names-of-cases.ts';
import { maybe, must, whoever } from '../../lib/api.server.ts';
import type { AppContext } from '../../lib/app-context.ts';
import { laterFor } from '../../lib/later.server.ts';
import { timesIn } from '../../lib/times.server.ts';
import { becameOf, type CaseAnswer } from './became-of.server.ts';
import { type InboxQuery, inboxAddress, inboxQuery, type View, views } from './inbox-query.ts';
import { type Brief, type Item, rowOf } from './inbox-rows.server.ts';
import { peekView } from './peek-view.server.ts';

type Asking = Pick<AppContext, 'api' | 'person'>;

interface Listed {
  readonly items: readonly Item[];
  readonly next: string | null;
  readonly names: NamesOfCases;
}

interface FoundAnswer {
  readonly items: readonly Brief[];
  readonly names: NamesOfCases;
}

type Counts = Readonly<Record<string, { readonly count: number; readonly more: boolean }>>;

const pageLength = 50;
/** What is loaded while one scrolls comes in longer pages. */
const laterLength = 200;

/** Everything the inbox shows at an address. */
export async function inboxPage(context: Asking, { searchParams }: URL) {
  const person = whoever(context);
  const peek = searchParams.get('peek') ?? '';
  const counts = await maybe<Counts>(context, 'countWork');
  const query = inboxQuery(searchParams, withWork(counts));
  const [part, types, peeked] = await Promise.all([
    inboxPart(context, query, searchParams),
    maybe<{ readonly items: readonly { slug: string; title: string }[] }>(context, 'listRequestTypes', {
      query: { view: 'all', limit: 100 },
    }),
    peek === '' ? null : peekView(context, peek),
  ]);
  return {
    ...part,
    me: person.id,
    asOf: timesIn(person.zone).when(Date.now()),
    key: crypto.randomUUID(),
    tabs: views
      .filter(({ id }) => id !== 'aside' || query.view === id || (counts?.[id]?.count ?? 0) > 0)
      .map(({ id, label }) => ({
        to: `/inbox?view=${id}`,
        label,
        current: id === query.view && query.q === '',
        count: countOf(counts, id),
      })),
    later: setsAside.includes(query.view) && query.q === '' ? await laterFor(context) : null,
    types: (types?.items ?? []).map(({ slug, title }) => ({ slug, title })),
    peek: peeked,
    bulk: query.q === '' ? bulkOf[query.view] : [],
    elsewhere: views.find(({ id }) => id !== query.view && held(counts, id) > 0) ?? null,
    did: didIn(searchParams),
    people:
      query.q === '' && bulkOf[query.view].some(({ id }) => id === 'assign')
        ? await peopleToAsk(context)
        : [],
  };
}

const held = (counts: Counts | null, view: View): number => counts?.[view]?.count ?? 0;

/** The first inbox that holds something. */
const withWork = (counts: Counts | null): View => views.find(({ id }) => held(counts, id) > 0)?.id ?? 'mine';

/** What was done to a case that was opened from here, by keys. */
function didIn(params: URLSearchParams) {
  const [deed, id, number] = ['did', 'on', 'number'].map((name) => params.get(name) ?? '');
  return deed && id && number ? { deed, id, number } : null;
}

/** Who work can be handed to. */
async function peopleToAsk(context: Asking) {
  const found = await maybe<{
    readonly items: readonly { readonly id: string; readonly kind: string; readonly name: string }[];
  }>(context, 'listPeople', { query: { limit: 200 } });
  return (found?.items ?? [])
    .filter(({ kind }) => kind === 'person')
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

/** What the inbox shows. */
export type InboxPage = Awaited<ReturnType<typeof inboxPage>>;

/** One part of the list at an address, and the address of the part behind it. */
export async function inboxPart(context: Asking, query: InboxQuery, params: URLSearchParams) {
  const person = whoever(context);
  const now = Date.now();
  // A list that goes on has the same end as it began with.
  const until = Number(params.get('until')) || (untilOf(query.due, person.zone, now) ?? 0);
  const after = params.get('after') ?? '';
  const { items, next, names } = await (query.q === ''
    ? worked(context, query, { after, until })
    : found(context, query.q));
  const sort = orderOf(query);
  const midnight = endOfDay(person.zone, now);
  const about = { names, times: timesIn(person.zone, now), me: person.id, now, midnight, sort };
  const behind = next === null ? {} : { after: next, ...(until === 0 ? {} : { until: String(until) }) };
  return {
    query: { ...query, sort },
    rows: items.map((item) => rowOf(item, about)),
    first: after === '',
    gone: next === null ? await goneFrom(context, params, items) : {},
    next: next === null ? null : inboxAddress(query, behind),
  };
}

/** As many as are looked up at once of those that left the list. */
const toldGone = 10;

/** What became of the rows that were shown (`had`) and are in the list no more, by id. */
async function goneFrom(
  context: Asking,
  params: URLSearchParams,
  items: readonly Item[],
): Promise<Record<string, string>> {
  const now = new Set(items.map((item) => item.case.id));
  const gone = (params.get('had') ?? '').split(',').filter((id) => id !== '' && !now.has(id));
  const person = whoever(context);
  const told = await Promise.all(
    gone.slice(0, toldGone).map(async (id) => {
      const answer = await maybe<CaseAnswer>(context, 'getCase', { params: { id } });
      return [id, answer === null ? null : becameOf(answer, { me: person.id, now: Date.now() })] as const;
    }),
  );
  return Object.fromEntries(told.flatMap(([id, words]) => (words === null ? [] : [[id, words]])));
}

/** One part of the list. */
export type InboxPart = Awaited<ReturnType<typeof inboxPart>>;

/** What is narrowed to a day is read by what is due first. */
const orderOf = ({ due, sort }: InboxQuery): 'priority' | 'due' => (due === '' ? sort : 'due');

function endOfDay(zone: string, now: number): number {
  const day = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).startOfDay();
  return day.add({ days: 1 }).epochMilliseconds;
}

function untilOf(due: InboxQuery['due'], zone: string, now: number): number | null {
  if (due === 'late') return now;
  if (due === 'today') return endOfDay(zone, now);
  return due === 'week' ? now + 7 * 86_400_000 : null;
}

const handOver = { id: 'assign', label: 'Hand over', primary: false, asks: 'person', shortcut: 's' } as const;
const ask = { id: 'ask', label: 'Ask', primary: false, asks: 'text', shortcut: 'i' } as const;
const claim = { id: 'claim', label: 'Take', primary: true, asks: 'nothing', shortcut: 'a' } as const;

/** What can be done to many at once, by inbox. */
const bulkOf: Readonly<Record<View, readonly BulkAction[]>> = {
  mine: [{ id: 'accept', label: 'Accept', primary: true, asks: 'nothing', shortcut: 'a' }, handOver, ask],
  team: [claim, handOver, ask],
  approvals: [
    { id: 'approve', label: 'Approve', primary: true, asks: 'comment', shortcut: 'a' },
    { id: 'reject', label: 'Reject', primary: false, asks: 'text', shortcut: 'r' },
    ask,
  ],
  unassigned: [claim, handOver],
  aside: [{ id: 'wake', label: 'Take up again', primary: true, asks: 'nothing', shortcut: 'a' }],
};

/** Inboxes of what is asked of the reader by name, which can be put aside. */
const setsAside: readonly View[] = ['mine', 'approvals'];

interface BulkAction {
  readonly id: string;
  readonly label: string;
  readonly primary: boolean;
  /** What has to be said with it: a comment if one likes, a text, or a person with a reason. */
  readonly asks: 'nothing' | 'comment' | 'text' | 'person';
  readonly shortcut: string;
}

function countOf(counts: Counts | null, view: View): string {
  const { count = 0, more = false } = counts?.[view] ?? {};
  return `${count}${more ? '+' : ''}`;
}

function worked(
  context: Asking,
  query: InboxQuery,
  { after, until }: { readonly after: string; readonly until: number },
): Promise<Listed> {
  return must<Listed>(context, 'listWork', {
    query: {
      view: query.view,
      order: orderOf(query),
      type: query.type,
      dueBefore: until === 0 ? '' : until,
      limit: after === '' ? pageLength : laterLength,
      cursor: after,
      expand: 'names',
    },
  });
}

async function found(context: Asking, q: string): Promise<Listed> {
  const { items, names } = await must<FoundAnswer>(context, 'listCases', {
    query: { q, limit: pageLength, expand: 'names' },
  });
  return {
    items: items.map((brief) => ({
      task: null,
      dueAt: brief.dueAt,
      lowUrgency: false,
      left: null,
      signs: null,
      asideUntil: null,
      case: brief,
    })),
    next: null,
    names,
  };
}
