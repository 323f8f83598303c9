import type { briefOf } from '../../../server/http/routes/case-view.ts';
import type { NamesOfCases } from '../../../server/use-cases/lists/names-of-cases.ts';
import type { ShownWork } from '../../../server/use-cases/lists/view-work.ts';
import { must } from '../../lib/api.server.ts';
import type { AppContext } from '../../lib/app-context.ts';
import type { Times } from '../../lib/times.server.ts';

/** A case as lists of the API answer it. */
export type Brief = ReturnType<typeof briefOf>;

/** A page of a list with the names in it. */
export interface Listed<T> {
  readonly items: readonly T[];
  readonly names: NamesOfCases;
}

interface Work extends ShownWork {
  readonly task: 'handle' | 'approve' | 'answer' | 'review';
  readonly dueAt: number | null;
  readonly case: Brief;
}

const shown = 5;

/** The next things that are asked of somebody, what is due first before the others. */
export async function askedOfMe(context: Pick<AppContext, 'api' | 'person'>, times: Times) {
  const views = ['mine', 'approvals'] as const;
  const lists = await Promise.all(
    views.map((view) =>
      must<Listed<Work>>(context, 'listWork', {
        query: { view, order: 'due', limit: shown, expand: 'names' },
      }),
    ),
  );
  const all = lists.flatMap(({ items, names }) => items.map((item) => ({ ...item, names })));
  const late = Number.POSITIVE_INFINITY;
  return all
    .sort((one, other) => (one.dueAt ?? late) - (other.dueAt ?? late))
    .slice(0, shown)
    .map(({ task, dueAt, left, signs, case: brief, names }) => ({
      key: `${task} ${brief.id}`,
      to: task === 'answer' ? `/requests/${brief.id}` : `/cases/${brief.id}`,
      number: brief.number,
      title: brief.title,
      second: wordsOf(task, signs, brief),
      type: names.cases[brief.id]?.type ?? '',
      due: times.due(dueAt, left),
      dueOf: (dueAt === brief.dueAt ? null : signs?.title) ?? names.cases[brief.id]?.clock ?? null,
    }));
}

function wordsOf(task: Work['task'], signs: Work['signs'], { next }: Brief): string {
  if (task === 'approve') return signs === null ? 'Sign it, or say no' : `Sign “${signs.title}”, or say no`;
  if (task === 'answer') return 'Answer what you were asked';
  if (task === 'review') return 'See to it: nobody could be found for it';
  return next ?? 'Look after it';
}
