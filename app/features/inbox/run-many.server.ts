import type { caseBody } from '../../../server/http/routes/case-view.ts';
import { maybe, must } from '../../lib/api.server.ts';
import type { AppContext } from '../../lib/app-context.ts';
import { type ManyDone, manyAtOnce } from './many-done.ts';

type Asking = Pick<AppContext, 'api' | 'person'>;

interface BulkAnswer {
  readonly done: number;
  readonly results: readonly {
    readonly case: string;
    readonly ok: boolean;
    readonly now?: { readonly rev: number };
    readonly problem?: { readonly detail: string };
  }[];
}

interface BulkRow {
  readonly case: string;
  readonly command: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly rev: number;
}

/** As many as the API takes at once. */
const batch = 100;

const deeds = new Set(['approve', 'reject', 'claim', 'accept', 'snooze', 'wake']);

/** Does one thing to every chosen case, each on its own and on what was seen of it in the list. */
export async function runMany(context: Asking, form: FormData): Promise<ManyDone> {
  const [deed = '', until = ''] = String(form.get('deed') ?? '').split(':');
  if (!deeds.has(deed)) throw new Response(null, { status: 400 });
  const comment = String(form.get('comment') ?? '').trim();
  const chosen = form.getAll('case').map(String);
  const tooMany = chosen.length > manyAtOnce && form.get('sure') !== 'yes';
  if (chosen.length === 0 || tooMany) return { deed, done: 0, refused: [], undo: [], comment, tooMany };
  const rows: Awaited<ReturnType<typeof rowOf>>[] = [];
  const results: BulkAnswer['results'][number][] = [];
  for (let from = 0; from < chosen.length; from += batch) {
    const some = chosen.slice(from, from + batch);
    const asked = await Promise.all(
      some.map((choice) => rowOf(context, choice, { deed, until: Number(until), comment })),
    );
    const answer = await must<BulkAnswer>(context, 'runBulk', {
      body: { rows: asked.map(({ row }) => row) },
      key: `${String(form.get('key') ?? '')}${from === 0 ? '' : `-${from}`}`,
    });
    rows.push(...asked);
    results.push(...answer.results);
  }
  const done = results.filter(({ ok }) => ok).length;
  const names = new Map(rows.map(({ row, name }) => [row.case, name]));
  const refused = results
    .filter(({ ok }) => !ok)
    .map(({ case: id, problem }) => ({
      id,
      name: names.get(id) ?? id,
      why: problem?.detail ?? 'It was refused.',
    }));
  const undo =
    deed === 'snooze'
      ? results.flatMap(({ case: id, ok, now }) => (ok && now ? [`${id} ${now.rev}`] : []))
      : [];
  return { deed, done, refused, undo, comment: refused.length === 0 ? '' : comment, tooMany: false };
}

/** The command for one chosen case (`id rev`); the rev that was listed keeps a decision to what was seen. */
async function rowOf(
  context: Asking,
  choice: string,
  { deed, until, comment }: { readonly deed: string; readonly until: number; readonly comment: string },
): Promise<{ readonly row: BulkRow; readonly name: string }> {
  const [id = '', rev = '0'] = choice.split(' ');
  const answer = await maybe<ReturnType<typeof caseBody>>(context, 'getCase', { params: { id } });
  const name = answer === null ? 'A case' : `${answer.number} ${answer.title}`;
  const on = { case: id, rev: Number(rev) };
  if (deed === 'claim' || deed === 'accept')
    return { row: { ...on, command: 'assignments', body: { action: deed } }, name };
  if (deed === 'snooze') return { row: { ...on, command: 'snooze', body: { until } }, name };
  if (deed === 'wake') return { row: { ...on, command: 'wake', body: {} }, name };
  const gate = answer?.gates.find(({ status, mine }) => status === 'open' && mine.may)?.id;
  const body = {
    decision: deed,
    basis: answer?.basis ?? 'unknown',
    comment,
    ...(gate === undefined ? {} : { gate }),
  };
  return { row: { ...on, command: 'decisions', body }, name };
}
