import type { briefOf } from '../../../server/http/routes/case-view.ts';
import type { NamesOfCases } from '../../../server/use-cases/lists/names-of-cases.ts';
import { maybe, must, whoever } from '../../lib/api.server.ts';
import type { AppContext } from '../../lib/app-context.ts';
import type { Due } from '../../lib/due.ts';
import { type Times, timesIn } from '../../lib/times.server.ts';
import { peekView } from './peek-view.server.ts';

type Asking = Pick<AppContext, 'api' | 'person'>;
type Brief = ReturnType<typeof briefOf>;
type Task = 'handle' | 'approve' | 'answer' | 'review';

interface WorkAnswer {
  readonly items: readonly { readonly task: Task; readonly dueAt: number | null; readonly case: Brief }[];
  readonly next: string | null;
  readonly names: NamesOfCases;
}

interface FoundAnswer {
  readonly items: readonly Brief[];
  readonly names: NamesOfCases;
}

type Counts = Readonly<Record<string, { readonly count: number; readonly more: boolean }>>;

const views = [
  { id: 'mine', label: 'Mine' },
  { id: 'team', label: 'My teams' },
  { id: 'approvals', label: 'Approvals' },
  { id: 'unassigned', label: 'Unassigned' },
] as const;

/** One of the inboxes. */
type View = (typeof views)[number]['id'];

const pageLength = 50;

/** Everything the inbox shows at an address. */
export async function inboxPage(context: Asking, url: URL) {
  const person = whoever(context);
  const get = (name: string) => url.searchParams.get(name) ?? '';
  const view = views.find(({ id }) => id === get('view'))?.id ?? 'mine';
  const q = get('q').trim();
  const cursor = get('after');
  const [counts, listed, peek] = await Promise.all([
    maybe<Counts>(context, 'countWork'),
    q === '' ? worked(context, view, cursor) : found(context, q),
    get('peek') === '' ? null : peekView(context, get('peek')),
  ]);
  const now = Date.now();
  const times = timesIn(person.zone, now);
  const rows = listed.items.map((item) => rowOf(item, { ...listed, times, me: person.id }));
  return {
    view,
    q,
    me: person.id,
    asOf: times.when(now),
    key: crypto.randomUUID(),
    tabs: views.map(({ id, label }) => ({
      to: id === 'mine' ? '/inbox' : `/inbox?view=${id}`,
      label,
      current: id === view && q === '',
      count: countOf(counts, id),
    })),
    groups: groupsOf(rows, person.zone, now),
    first: cursor === '',
    next: listed.next,
    peek,
    bulk: q === '' ? bulkOf[view] : [],
  };
}

/** What the inbox shows. */
export type InboxPage = Awaited<ReturnType<typeof inboxPage>>;

/** What can be done to many at once, by inbox. */
const bulkOf: Readonly<Record<View, readonly BulkAction[]>> = {
  mine: [{ id: 'accept', label: 'Accept', primary: true, asks: false }],
  team: [{ id: 'claim', label: 'Take', primary: true, asks: false }],
  approvals: [
    { id: 'approve', label: 'Approve', primary: true, asks: true },
    { id: 'reject', label: 'Reject', primary: false, asks: true },
  ],
  unassigned: [{ id: 'claim', label: 'Take', primary: true, asks: false }],
};

interface BulkAction {
  readonly id: string;
  readonly label: string;
  readonly primary: boolean;
  /** Takes a comment. */
  readonly asks: boolean;
}

function countOf(counts: Counts | null, view: View): string {
  const { count = 0, more = false } = counts?.[view] ?? {};
  return `${count}${more ? '+' : ''}`;
}

interface Item {
  readonly task: Task | null;
  readonly dueAt: number | null;
  readonly case: Brief;
}

interface Listed {
  readonly items: readonly Item[];
  readonly next: string | null;
  readonly names: NamesOfCases;
}

function worked(context: Asking, view: View, cursor: string): Promise<Listed> {
  return must<WorkAnswer>(context, 'listWork', {
    query: { view, limit: pageLength, cursor, expand: 'names' },
  });
}

async function found(context: Asking, q: string): Promise<Listed> {
  const { items, names } = await must<FoundAnswer>(context, 'listCases', {
    query: { q: q.slice(0, 200), limit: pageLength, expand: 'names' },
  });
  return {
    items: items.map((brief) => ({ task: null, dueAt: brief.dueAt, case: brief })),
    next: null,
    names,
  };
}

const taskWords: Readonly<Record<Task, string>> = {
  handle: 'Handle',
  approve: 'Sign',
  answer: 'Answer',
  review: 'Find somebody',
};

/** No clock runs while a case waits for somebody outside. */
const paused: Due = { tone: 'paused', words: 'Paused', exact: 'no clock runs while it waits' };

interface About {
  readonly names: NamesOfCases;
  readonly times: Times;
  readonly me: string;
}

function rowOf({ task, dueAt, case: brief }: Item, { names, times, me }: About) {
  const { id, number, rev, title, category, outcome, open } = brief;
  const named = names.cases[id];
  return {
    id,
    number,
    rev,
    title,
    asked: task === null ? (named?.type ?? '') : taskWords[task],
    why: whyHere(brief, task, { me, names }),
    requester: names.people[brief.requester] ?? 'Somebody who left',
    state: { category, outcome, title: named?.state ?? brief.state },
    due: open ? (times.due(dueAt) ?? (category === 'blocked' ? paused : null)) : null,
    dueAt,
  };
}

/** Why it is in this list, in a sentence. */
function whyHere(
  { placement, placementReason, owner, next }: Brief,
  task: Task | null,
  { me, names }: Pick<About, 'me' | 'names'>,
): string {
  if (task === 'answer') return 'You were asked a question about it.';
  if (task === 'approve') return next ?? 'It waits for a signature of yours.';
  if (task === 'handle' && owner === me) return sentence(placementReason) ?? next ?? 'It was given to you.';
  if (placement === 'waiting') return 'Waits for the next free person.';
  if (placement === 'queued') return sentence(placementReason) ?? 'Waits in the queue.';
  if (placement === 'unassigned') return sentence(placementReason) ?? 'Routing found nobody.';
  if (owner !== null) return `${names.people[owner] ?? 'Somebody'} has it.`;
  return placementReason ?? next ?? '';
}

const sentence = (reason: string | null): string | null =>
  reason === null ? null : (`${reason.charAt(0).toUpperCase()}${reason.slice(1)}`.split('.; ', 1)[0] ?? null);

type Row = ReturnType<typeof rowOf>;

const day = 86_400_000;

/** Rows by when they are due: late, today, within a week, later; empty groups are left out. */
function groupsOf(rows: readonly Row[], zone: string, now: number) {
  const date = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short' });
  const groupOf = ({ dueAt }: Row): string => {
    if (dueAt === null) return 'later';
    if (dueAt <= now) return 'late';
    if (date.format(dueAt) === date.format(now)) return 'today';
    return dueAt - now < 7 * day ? 'week' : 'later';
  };
  const groups = [
    { id: 'late', title: 'Late', tone: 'danger' },
    { id: 'today', title: 'Due today', tone: 'warning' },
    { id: 'week', title: 'Due within a week', tone: 'plain' },
    { id: 'later', title: 'Later, or not due', tone: 'plain' },
  ];
  return groups.flatMap((group) => {
    const some = rows
      .filter((row) => groupOf(row) === group.id)
      .sort((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || 0);
    return some.length === 0 ? [] : [{ ...group, rows: some }];
  });
}
