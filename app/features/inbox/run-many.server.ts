import type { caseBody } from '../../../server/http/routes/case-view.ts';
import { maybe, must } from '../../lib/api.server.ts';
import type { AppContext } from '../../lib/app-context.ts';

type Asking = Pick<AppContext, 'api' | 'person'>;

/** What came of a deed on many cases. */
export interface ManyDone {
  readonly deed: string;
  readonly done: number;
  readonly refused: readonly { readonly id: string; readonly name: string; readonly why: string }[];
  /** What was typed, for another try. */
  readonly comment: string;
}

interface BulkAnswer {
  readonly done: number;
  readonly results: readonly {
    readonly case: string;
    readonly ok: boolean;
    readonly problem?: { readonly detail: string };
  }[];
}

interface BulkRow {
  readonly case: string;
  readonly command: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly rev: number;
}

const deeds = new Set(['approve', 'reject', 'claim', 'accept']);

/** Does one thing to every chosen case, each on its own and on what was seen of it in the list. */
export async function runMany(context: Asking, form: FormData): Promise<ManyDone> {
  const deed = String(form.get('deed') ?? '');
  if (!deeds.has(deed)) throw new Response(null, { status: 400 });
  const comment = String(form.get('comment') ?? '').trim();
  const chosen = form.getAll('case').map(String).slice(0, 100);
  if (chosen.length === 0) return { deed, done: 0, refused: [], comment };
  const rows = await Promise.all(chosen.map((choice) => rowOf(context, choice, deed, comment)));
  const { done, results } = await must<BulkAnswer>(context, 'runBulk', {
    body: { rows: rows.map(({ row }) => row) },
    key: String(form.get('key') ?? ''),
  });
  const names = new Map(rows.map(({ row, name }) => [row.case, name]));
  const refused = results
    .filter(({ ok }) => !ok)
    .map(({ case: id, problem }) => ({
      id,
      name: names.get(id) ?? id,
      why: problem?.detail ?? 'It was refused.',
    }));
  return { deed, done, refused, comment: refused.length === 0 ? '' : comment };
}

/** The command for one chosen case (`id rev`); the rev that was listed keeps a decision to what was seen. */
async function rowOf(
  context: Asking,
  choice: string,
  deed: string,
  comment: string,
): Promise<{ readonly row: BulkRow; readonly name: string }> {
  const [id = '', rev = '0'] = choice.split(' ');
  const answer = await maybe<ReturnType<typeof caseBody>>(context, 'getCase', { params: { id } });
  const name = answer === null ? 'A case' : `${answer.number} ${answer.title}`;
  const on = { case: id, rev: Number(rev) };
  if (deed === 'claim' || deed === 'accept')
    return { row: { ...on, command: 'assignments', body: { action: deed } }, name };
  const gate = answer?.gates.find(({ status, mine }) => status === 'open' && mine.may)?.id;
  const body = {
    decision: deed,
    basis: answer?.basis ?? 'unknown',
    comment,
    ...(gate === undefined ? {} : { gate }),
  };
  return { row: { ...on, command: 'decisions', body }, name };
}
