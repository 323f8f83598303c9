import { createHash } from 'node:crypto';
import { maybe, must, whoever } from '../../lib/api.server.ts';
import type { AppContext } from '../../lib/app-context.ts';
import { type CaseAnswer, refusedFor } from './became-of.server.ts';
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

const deeds = new Set(['approve', 'reject', 'claim', 'accept', 'assign', 'ask', 'snooze', 'wake']);

/** Does one thing to every chosen case, each on its own and on what was seen of it in the list. */
export async function runMany(context: Asking, form: FormData): Promise<ManyDone> {
  const [deed = '', until = ''] = String(form.get('deed') ?? '').split(':');
  if (!deeds.has(deed)) throw new Response(null, { status: 400 });
  const comment = String(form.get('comment') ?? '').trim();
  const person = String(form.get('person') ?? '');
  const chosen = form.getAll('case').map(String);
  const tooMany = chosen.length > manyAtOnce && form.get('sure') !== 'yes';
  if (chosen.length === 0 || tooMany)
    return { deed, done: 0, refused: [], undo: [], comment, person, tooMany };
  const key = keyOf(form);
  const rows: Awaited<ReturnType<typeof rowOf>>[] = [];
  const results: BulkAnswer['results'][number][] = [];
  for (let from = 0; from < chosen.length; from += batch) {
    const some = chosen.slice(from, from + batch);
    const asked = await Promise.all(
      some.map((choice) => rowOf(context, choice, { deed, until: Number(until), comment, person })),
    );
    const answer = await must<BulkAnswer>(context, 'runBulk', {
      body: { rows: asked.map(({ row }) => row) },
      key: `${key}-${from}`,
    });
    rows.push(...asked);
    results.push(...answer.results);
  }
  const done = results.filter(({ ok }) => ok).length;
  const names = new Map(rows.map(({ row, name }) => [row.case, name]));
  const refused = await Promise.all(
    results
      .filter(({ ok }) => !ok)
      .map(async ({ case: id, problem }) => ({
        id,
        name: names.get(id) ?? id,
        why: (await whyRefused(context, id, deed)) ?? problem?.detail ?? 'It was refused.',
      })),
  );
  const undo =
    deed === 'snooze'
      ? results.flatMap(({ case: id, ok, now }) => (ok && now ? [`${id} ${now.rev}`] : []))
      : [];
  const kept = refused.length === 0 ? { comment: '', person: '' } : { comment, person };
  return { deed, done, refused, undo, ...kept, tooMany: false };
}

/**
 * Sending the same twice is once; another deed from the same page is its own,
 * as what came of the first shows before the page has its next key.
 */
function keyOf(form: FormData): string {
  const posted = JSON.stringify([...form.entries()].map(([name, value]) => [name, String(value)]));
  return createHash('sha256').update(posted).digest('base64url');
}

/** Why the case as it is now does not let it be done. */
async function whyRefused(context: Asking, id: string, deed: string): Promise<string | null> {
  const now = await maybe<CaseAnswer>(context, 'getCase', { params: { id } });
  return now === null ? null : refusedFor(now, deed, { me: whoever(context).id, now: Date.now() });
}

interface Deed {
  readonly deed: string;
  readonly until: number;
  readonly comment: string;
  readonly person: string;
}

/** The command for one chosen case (`id rev`); the rev that was listed keeps a decision to what was seen. */
async function rowOf(
  context: Asking,
  choice: string,
  { deed, until, comment, person }: Deed,
): Promise<{ readonly row: BulkRow; readonly name: string }> {
  const [id = '', rev = '0'] = choice.split(' ');
  const answer = await maybe<CaseAnswer>(context, 'getCase', { params: { id } });
  const name = answer === null ? 'A case' : answer.number;
  const on = { case: id, rev: Number(rev) };
  if (deed === 'claim' || deed === 'accept')
    return { row: { ...on, command: 'assignments', body: { action: deed } }, name };
  if (deed === 'assign')
    return {
      row: { ...on, command: 'assignments', body: { action: deed, to: person, reason: comment } },
      name,
    };
  if (deed === 'ask')
    return { row: { ...on, command: 'decisions', body: { decision: 'ask', question: comment } }, name };
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
