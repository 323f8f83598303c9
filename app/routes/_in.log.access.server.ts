import type { LoaderFunctionArgs } from '@remix-run/node';
import {
  type AccessNames,
  type AnsweredAccess,
  accessKindWords,
  accessLinesOf,
} from '../features/log/access-words.server.ts';
import { maybe, must, whoever } from '../lib/api.server.ts';
import { dayStart } from '../lib/day-start.server.ts';

interface AccessAnswer {
  readonly items: readonly AnsweredAccess[];
  readonly next: string | null;
  readonly names: AccessNames;
}

interface People {
  readonly items: readonly { readonly id: string; readonly name: string }[];
}

/** The access log: a page of it, and what narrows it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { zone } = whoever(context);
  const asked = new URL(request.url).searchParams;
  const given = (name: string): string => asked.get(name)?.trim() ?? '';
  const now = { person: given('person'), kind: given('kind'), from: given('from'), until: given('until') };
  const [page, people] = await Promise.all([
    must<AccessAnswer>(context, 'listAccess', {
      query: {
        ...{ person: now.person, kind: now.kind, expand: 'names', limit: 50, cursor: given('cursor') },
        from: dayStart(now.from, zone, 0),
        until: dayStart(now.until, zone, 1),
      },
    }),
    maybe<People>(context, 'listPeople', { query: { active: 'all', limit: 200 } }),
  ]);
  return {
    now,
    lines: accessLinesOf(page.items, page.names, zone),
    next: page.next,
    cursor: given('cursor'),
    kinds: Object.entries(accessKindWords).map(([id, label]) => ({ id, label })),
    people: people?.items.map(({ id, name }) => ({ id, name })) ?? [],
  };
}
