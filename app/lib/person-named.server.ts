import { maybe } from './api.server.ts';
import type { AppContext } from './app-context.ts';

interface Listed {
  readonly items: readonly { readonly id: string; readonly name: string }[];
}

const idPattern = /^[a-z0-9][a-z0-9._-]{0,62}$/;

/**
 * People to offer where a list is narrowed by one, and the id of the one that was named: by name, by name and id where several are called
 * the same, or by id. What names nobody is `nobody`, an empty text is empty.
 */
export async function personNamed(
  context: Pick<AppContext, 'api' | 'person'>,
  given: string,
  also: { readonly active?: 'all' } = {},
): Promise<{ readonly people: readonly string[]; readonly id: string }> {
  const listed = await people(context, { ...also, limit: 200 });
  const counts = new Map<string, number>();
  for (const { name } of listed) counts.set(name, (counts.get(name) ?? 0) + 1);
  const called = ({ id, name }: Listed['items'][number]): string =>
    (counts.get(name) ?? 0) > 1 ? `${name} (${id})` : name;
  const found = (among: Listed['items']) =>
    among.find((one) => called(one).toLowerCase() === given.toLowerCase())?.id;
  const offered = listed.map(called);
  if (given === '') return { people: offered, id: '' };
  const known = found(listed) ?? (idPattern.test(given) ? given : undefined);
  return {
    people: offered,
    id: known ?? found(await people(context, { ...also, q: given.slice(0, 200), limit: 50 })) ?? 'nobody',
  };
}

const people = async (
  context: Pick<AppContext, 'api' | 'person'>,
  query: Readonly<Record<string, string | number>>,
): Promise<Listed['items']> => (await maybe<Listed>(context, 'listPeople', { query }))?.items ?? [];
