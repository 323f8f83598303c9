import type { LoaderFunctionArgs } from '@remix-run/node';
import type { NamesInLog } from '../../server/use-cases/lists/names-in-log.ts';
import { linesOf } from '../features/log/log-words.server.ts';
import { recordView } from '../features/log/record-view.server.ts';
import { rulesOfType } from '../features/log/rules-of-type.server.ts';
import type { AnsweredRow } from '../features/log/say.server.ts';
import { maybe, must, whoever } from '../lib/api.server.ts';
import type { AppContext } from '../lib/app-context.ts';
import { dayStart } from '../lib/day-start.server.ts';
import { personNamed } from '../lib/person-named.server.ts';

interface LogAnswer {
  readonly items: readonly AnsweredRow[];
  readonly next: string | null;
  readonly names: NamesInLog;
}

const narrowing = [
  'actor',
  'kind',
  'decision',
  'type',
  'rule',
  'stream',
  'refused',
  'from',
  'until',
] as const;

/** The decision log: a page of it, what narrows it, and one event beside it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = whoever(context);
  const asked = new URL(request.url).searchParams;
  const given = (name: string): string => asked.get(name)?.trim() ?? '';
  const now = Object.fromEntries(narrowing.map((name) => [name, given(name)])) as Record<
    (typeof narrowing)[number],
    string
  >;
  const [stream, { people, id: actor }, rules] = await Promise.all([
    streamOf(context, now.stream),
    personNamed(context, now.actor, { active: 'all' }),
    rulesOfType(context, now.type),
  ]);
  const query = {
    ...{ ...now, stream, actor, rule: ruleNamed(rules, now.rule) },
    from: dayStart(now.from, person.zone, 0) ?? '',
    until: dayStart(now.until, person.zone, 1) ?? '',
  };
  const [page, types, key, record] = await Promise.all([
    must<LogAnswer>(context, 'listLog', {
      query: { ...query, cursor: given('cursor'), limit: 50, expand: 'names' },
    }),
    maybe<{ readonly items: readonly { readonly slug: string; readonly title: string }[] }>(
      context,
      'listRequestTypes',
      { query: { view: 'all', limit: 200 } },
    ),
    maybe<{ readonly fingerprint: string }>(context, 'getLogKey'),
    recordView(context, given('event')),
  ]);
  return {
    now,
    lines: linesOf(page.items, page.names, person.zone),
    next: page.next,
    cursor: given('cursor'),
    types: types?.items.map(({ slug, title }) => ({ slug, title })) ?? [],
    people,
    rules: rules.map(({ name }) => name),
    fingerprint: key?.fingerprint ?? null,
    exported: new URLSearchParams(
      Object.entries(query).flatMap(([name, value]) => (value === '' ? [] : [[name, String(value)]])),
    ).toString(),
    record,
  };
}

/** A rule is known by how it is called; whatever no rule is called is taken as an id. */
const ruleNamed = (rules: readonly { readonly id: string; readonly name: string }[], given: string): string =>
  rules.find(({ name }) => name.toLowerCase() === given.toLowerCase())?.id ?? given.replaceAll(/\s+/g, '-');

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
