import type { LoaderFunctionArgs } from '@remix-run/node';
import type { briefOf } from '../../server/http/routes/case-view.ts';
import type { NamesOfCases } from '../../server/use-cases/lists/names-of-cases.ts';
import { holderOf } from '../features/requests/holder-of.server.ts';
import { maybe, must, whoever } from '../lib/api.server.ts';
import { timesIn } from '../lib/times.server.ts';

type Brief = ReturnType<typeof briefOf>;

interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
  readonly names: NamesOfCases;
}

const views = ['open', 'asked', 'finished', 'drafts'] as const;
const perPage = 30;

/** What the person asked for: what is open, what waits for their answer, what is finished; what they began is in their browser. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { id: me, zone } = whoever(context);
  const asked = new URL(request.url).searchParams;
  const view = views.find((one) => one === asked.get('view')) ?? 'open';
  const cursor = asked.get('cursor') ?? undefined;
  const [work, listed, types] = await Promise.all([
    must<Page<{ readonly task: string; readonly case: Brief }>>(context, 'listWork', {
      query: { view: 'mine', limit: 200, expand: 'names' },
    }),
    view === 'asked' || view === 'drafts'
      ? null
      : must<Page<Brief>>(context, 'listCases', {
          query: {
            ...{ view: 'requested', open: String(view === 'open'), limit: perPage, cursor },
            expand: 'names',
          },
        }),
    maybe<{ readonly items: readonly { readonly slug: string; readonly title: string }[] }>(
      context,
      'listRequestTypes',
      { query: { limit: 200 } },
    ),
  ]);
  const waiting = work.items.filter(({ task }) => task === 'answer').map((item) => item.case);
  const isWaiting = new Set(waiting.map(({ id }) => id));
  const { items, names, next } = listed ?? { items: waiting, names: work.names, next: null };
  const times = timesIn(zone);
  return {
    view,
    me,
    titles: Object.fromEntries((types?.items ?? []).map(({ slug, title }) => [slug, title])),
    waiting: waiting.length,
    next,
    first: cursor === undefined,
    rows: items.map((brief) => ({
      id: brief.id,
      number: brief.number,
      title: brief.title,
      type: names.cases[brief.id]?.type ?? '',
      state: names.cases[brief.id]?.state ?? '',
      category: brief.category,
      outcome: brief.outcome,
      holder: holderOf(brief, names.people),
      asked: isWaiting.has(brief.id),
      due: brief.open ? times.due(brief.dueAt) : null,
      dueOf: names.cases[brief.id]?.clock ?? null,
      when: times.when(brief.open ? brief.submittedAt : brief.updatedAt),
    })),
  };
}
