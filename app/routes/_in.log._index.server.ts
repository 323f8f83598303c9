import type { LoaderFunctionArgs } from '@remix-run/node';
import { type AnsweredRow, type LogNames, linesOf } from '../features/log/log-words.server.ts';
import { recordView } from '../features/log/record-view.server.ts';
import { maybe, must, whoever } from '../lib/api.server.ts';
import type { AppContext } from '../lib/app-context.ts';

interface LogAnswer {
  readonly items: readonly AnsweredRow[];
  readonly next: string | null;
  readonly names: LogNames;
}

const narrowing = ['actor', 'kind', 'type', 'rule', 'stream', 'refused'] as const;

/** The decision log: a page of it, what narrows it, and one event beside it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = whoever(context);
  const asked = new URL(request.url).searchParams;
  const given = (name: string): string => asked.get(name)?.trim() ?? '';
  const now = Object.fromEntries(narrowing.map((name) => [name, given(name)])) as Record<
    (typeof narrowing)[number],
    string
  >;
  const query = { ...now, stream: await streamOf(context, now.stream) };
  const [page, types, key] = await Promise.all([
    must<LogAnswer>(context, 'listLog', {
      query: { ...query, cursor: given('cursor'), limit: 50, expand: 'names' },
    }),
    maybe<{ readonly items: readonly { readonly slug: string; readonly title: string }[] }>(
      context,
      'listRequestTypes',
      { query: { view: 'all', limit: 200 } },
    ),
    maybe<{ readonly fingerprint: string }>(context, 'getLogKey'),
  ]);
  const lines = linesOf(page.items, page.names, person.zone);
  const open = page.items.findIndex(({ position }) => String(position) === given('event'));
  const [row, line] = [page.items[open], lines[open]];
  return {
    now,
    lines,
    next: page.next,
    cursor: given('cursor'),
    types: types?.items.map(({ slug, title }) => ({ slug, title })) ?? [],
    fingerprint: key?.fingerprint ?? null,
    exported: new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString(),
    record: row === undefined || line === undefined ? null : recordView(row, line),
  };
}

/** A case is known by its number; whatever is no number of a case is taken as it is. */
async function streamOf(context: AppContext, given: string): Promise<string> {
  if (!/^[A-Za-z]{2,6}-\d+$/.test(given)) return given;
  const found = await maybe<{ readonly items: readonly { readonly id: string; readonly number: string }[] }>(
    context,
    'listCases',
    { query: { q: given } },
  );
  return found?.items.find(({ number }) => number.toLowerCase() === given.toLowerCase())?.id ?? given;
}
