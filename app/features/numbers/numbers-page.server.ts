import type { Backlog, Durations, Flow } from '../../../domain/analysis/summarise.ts';
import { type Age, ages } from '../../lib/ages.ts';
import { must, whoever } from '../../lib/api.server.ts';
import type { AppContext } from '../../lib/app-context.ts';
import { span } from '../../lib/times.server.ts';
import { blocksOf, type DayCounts, daysBefore } from './blocks.ts';
import { casesAt } from './cases-at.ts';
import { ageSentence, breachSentence, flowSentence, spreadSentence } from './number-words.server.ts';

type Asking = Pick<AppContext, 'api' | 'person'>;
type Category = 'new' | 'in_review' | 'blocked' | 'approved' | 'done';

interface Summary {
  readonly from: string;
  readonly to: string;
  readonly total: Flow;
  readonly types: Readonly<Record<string, Flow>>;
  readonly days: readonly DayCounts[];
  readonly backlog: readonly Backlog[];
  readonly names: {
    readonly types: Readonly<Record<string, string>>;
    readonly states: Readonly<Record<string, { readonly title: string; readonly category: Category }>>;
  };
}

interface Types {
  readonly items: readonly { readonly slug: string; readonly title: string }[];
}

const periods = [
  { days: '7', label: 'Last 7 days' },
  { days: '30', label: 'Last 30 days' },
  { days: '84', label: 'Last 12 weeks' },
  { days: '364', label: 'Last 52 weeks' },
] as const;

/** Everything the page of numbers shows at an address. */
export async function numbersPage(context: Asking, url: URL) {
  whoever(context);
  const asked = url.searchParams;
  const period = periods.find(({ days }) => days === asked.get('days')) ?? periods[1];
  const type = asked.get('type') ?? '';
  const to = new Date().toISOString().slice(0, 10);
  const from = daysBefore(to, Number(period.days) - 1);
  const [summary, types] = await Promise.all([
    must<Summary>(context, 'getMetricsSummary', { query: { from, to, type, expand: 'names' } }),
    must<Types>(context, 'listRequestTypes', { query: { view: 'all', limit: 200 } }),
  ]);
  const about: About = { type, from, to };
  const blocks = blocksOf({ from, to }, summary.days).map((block) => blockView(block, about));
  const named = blockSentence(blocks);
  const backlog = backlogRows(summary, type);
  return {
    days: period.days,
    type,
    periods,
    types: types.items.map(({ slug, title }) => ({ slug, title })),
    within: `${dayInWords(from)} to ${dayInWords(to)}`,
    figures: figuresOf(summary, about),
    ages: {
      rows: backlog,
      sentence: ageSentence(summary.backlog),
      to: summary.backlog.some(({ byAge }) => byAge.month + byAge.older > 0)
        ? casesAt({ open: 'true', type, age: 'stale' })
        : null,
    },
    flow: { blocks, sentence: `${flowSentence(summary.total, period.label)}${named}` },
    breaches: { blocks, sentence: `${breachSentence(summary.total, period.label)}${named}` },
    spreads: spreadsOf(summary.total, about),
    spreadSentence: spreadSentence(summary.total),
    table: type === '' ? typeRows(summary, about) : [],
  };
}

/** What the page of numbers shows. */
export type NumbersPage = Awaited<ReturnType<typeof numbersPage>>;

interface About {
  readonly type: string;
  readonly from: string;
  readonly to: string;
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' });
const dayInWords = (day: string): string => dayFormat.format(Date.parse(day));
const number = new Intl.NumberFormat('en-GB');
const counted = (count: number): string => number.format(count);
const share = (rate: number | null): string =>
  rate === null ? '–' : `${number.format(Math.round(rate * 1000) / 10)} %`;

const minute = 60_000;
const short = (ms: number): string => (ms < minute ? '< 1 m' : span(ms));

const within = (name: string, { type, from, to }: About): string =>
  casesAt({ counted: name, from, to, type });

function blockView(
  block: { readonly from: string; readonly to: string } & Omit<DayCounts, 'day'>,
  { type }: About,
) {
  const { from, to } = block;
  const on = { from, to, type };
  return {
    ...block,
    label: dayInWords(from),
    days: from === to ? dayInWords(from) : `${dayInWords(from)} to ${dayInWords(to)}`,
    links: {
      submitted: casesAt({ counted: 'submitted', ...on }),
      closed: casesAt({ counted: 'closed', ...on }),
      breached: casesAt({ counted: 'breached', ...on }),
    },
  };
}

/** What a column stands for, where it is more than a day; the first may be cut off by the period. */
function blockSentence(blocks: readonly { readonly from: string; readonly to: string }[]): string {
  const lengths = blocks.map(({ from, to }) => daysIn(from, to));
  const [first = 1, whole = first] = [lengths[0], lengths.at(-1)];
  const [begin] = blocks;
  if (whole === 1 || begin === undefined) return '';
  const name = whole === 7 ? 'Weeks' : 'Columns';
  const part = first === whole ? '' : `; that from ${dayInWords(begin.from)} has only ${dayCount(first)}`;
  return ` ${name} are named by their first day${part}.`;
}

const daysIn = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
const dayCount = (days: number): string => (days === 1 ? '1 day' : `${days} days`);

function figuresOf({ total, backlog }: Summary, about: About) {
  const open = backlog.reduce((sum, row) => sum + row.open, 0);
  const old = backlog.reduce((sum, row) => sum + row.byAge.month + row.byAge.older, 0);
  const { type } = about;
  const time = (label: string, { p50, p95, count }: Durations, name: string) => ({
    label,
    value: p50 === null ? '–' : short(p50),
    note: p95 === null ? 'none in these days' : `half within this; 95 % within ${span(p95)}`,
    to: count === 0 ? null : within(name, about),
    tone: 'plain',
  });
  return [
    {
      label: 'Open now',
      value: counted(open),
      note: old === 0 ? 'none longer than a week in its state' : `${counted(old)} over a week in their state`,
      to: casesAt({ open: 'true', type }),
      tone: 'plain',
    },
    {
      label: 'Came in',
      value: counted(total.submitted),
      note: `${counted(total.closed)} were finished`,
      to: within('submitted', about),
      tone: 'plain',
    },
    time('To somebody, median', total.timeToAssignment, 'assigned'),
    time('First answer, median', total.firstResponse, 'responded'),
    time('Signatures, median', total.approvalCycle, 'decided'),
    {
      label: 'Handed on',
      value: share(total.reassignmentRate),
      note: `${counted(total.reassigned)} times to somebody else in the same step, of ${counted(total.assigned)} cases given`,
      to: within('reassigned', about),
      tone: 'plain',
    },
    {
      label: 'Missed deadlines',
      value: counted(total.breached),
      note: total.breached === 0 ? 'every clock was met' : 'clocks that ran out; one case may miss several',
      to: total.breached === 0 ? null : within('breached', about),
      tone: total.breached === 0 ? 'plain' : 'bad',
    },
    {
      label: 'Found nobody',
      value: counted(total.unassigned),
      note: total.unassigned === 0 ? 'routing always found somebody' : 'times routing found nobody',
      to: total.unassigned === 0 ? null : within('unassigned', about),
      tone: 'plain',
    },
  ];
}

const categories: Readonly<Record<Category, string>> = {
  new: 'New',
  in_review: 'In review',
  blocked: 'Blocked',
  approved: 'Approved',
  done: 'Done',
};
const order = Object.keys(categories);

/** The backlog by category of all types, or by state of one. */
function backlogRows({ backlog, names }: Summary, type: string) {
  const rows = new Map<string, AgeRow>();
  for (const row of backlog) {
    const state = names.states[`${row.type}/${row.state}`];
    const category = state?.category ?? 'in_review';
    const id = type === '' ? category : row.state;
    const narrowed = type === '' ? { category } : { state: row.state };
    const known = rows.get(id) ?? {
      id,
      category,
      title: type === '' ? categories[category] : (state?.title ?? row.state),
      open: 0,
      to: casesAt({ open: 'true', type, ...narrowed }),
      bands: ages.map((age) => ({
        age,
        count: 0,
        to: casesAt({ open: 'true', type, ...narrowed, age }),
      })),
    };
    rows.set(id, {
      ...known,
      open: known.open + row.open,
      bands: known.bands.map((band) => ({ ...band, count: band.count + row.byAge[band.age] })),
    });
  }
  return [...rows.values()].sort((a, b) => order.indexOf(a.category) - order.indexOf(b.category));
}

interface AgeRow {
  readonly id: string;
  readonly category: Category;
  readonly title: string;
  readonly open: number;
  readonly to: string;
  readonly bands: readonly { readonly age: Age; readonly count: number; readonly to: string }[];
}

function spreadsOf(total: Flow, about: About) {
  const spread = (label: string, { p50, p95, count }: Durations, name: string) =>
    p50 === null || p95 === null
      ? []
      : [{ label, p50, p95, half: span(p50), most: span(p95), count, to: within(name, about) }];
  return [
    ...spread('Until somebody has it', total.timeToAssignment, 'assigned'),
    ...spread('Until the first answer', total.firstResponse, 'responded'),
    ...spread('Until a gate is decided', total.approvalCycle, 'decided'),
  ];
}

function typeRows({ types, backlog, names }: Summary, about: About) {
  const slugs = [...new Set([...Object.keys(types), ...backlog.map(({ type }) => type)])];
  const most = Math.max(1, ...Object.values(types).map(({ submitted }) => submitted));
  const rows = slugs.map((type) => {
    const flow = types[type];
    const open = backlog.filter((row) => row.type === type).reduce((sum, row) => sum + row.open, 0);
    const of = { ...about, type };
    const time = (durations: Durations | undefined): string =>
      durations === undefined || durations.p50 === null ? '–' : short(durations.p50);
    return {
      type,
      title: names.types[type] ?? type,
      submitted: flow?.submitted ?? 0,
      share: ((flow?.submitted ?? 0) / most) * 100,
      cells: [
        { name: 'came in', text: counted(flow?.submitted ?? 0), to: within('submitted', of) },
        { name: 'finished', text: counted(flow?.closed ?? 0), to: within('closed', of) },
        { name: 'open now', text: counted(open), to: casesAt({ open: 'true', type }) },
        { name: 'to somebody', text: time(flow?.timeToAssignment), to: within('assigned', of) },
        { name: 'first answer', text: time(flow?.firstResponse), to: within('responded', of) },
        { name: 'signatures', text: time(flow?.approvalCycle), to: within('decided', of) },
        { name: 'handed on', text: share(flow?.reassignmentRate ?? null), to: within('reassigned', of) },
        { name: 'missed', text: counted(flow?.breached ?? 0), to: within('breached', of) },
      ].map((cell) => ({ ...cell, to: cell.text === '0' || cell.text === '–' ? null : cell.to })),
    };
  });
  return rows.sort((a, b) => b.submitted - a.submitted || a.title.localeCompare(b.title, 'en-GB'));
}
