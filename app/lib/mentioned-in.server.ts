import { maybe } from './api.server.ts';
import type { AppContext } from './app-context.ts';
import { type Mentionable, marksIn, namedAt } from './mentions.ts';

type Asking = Pick<AppContext, 'api' | 'person'>;

interface People {
  readonly items: readonly (Mentionable & { readonly kind: string; readonly title?: string | null })[];
}

/** As many as a comment mentions. */
const atMost = 20;

/**
 * Whom a text mentions: everybody whose whole name stands behind an @. Of several with one name only those who were `chosen`; who is not
 * known stays words.
 */
export async function mentionedIn(
  context: Asking,
  text: string,
  chosen: readonly string[],
): Promise<readonly string[]> {
  const found = await Promise.all(
    marksIn(text)
      .slice(0, atMost * 2)
      .map(async (at) => {
        const rest = text.slice(at, at + 200);
        const called = namedAt(rest, await peopleBy(context, firstWord(rest), 200));
        return called.length === 1 ? called : called.filter(({ id }) => chosen.includes(id));
      }),
  );
  return [...new Set(found.flat().map(({ id }) => id))].slice(0, atMost);
}

/** Active people by words in their names, no more than `limit`. */
export async function peopleBy(
  context: Asking,
  q: string,
  limit: number,
): Promise<readonly (Mentionable & { readonly title: string })[]> {
  const people = await maybe<People>(context, 'listPeople', { query: { q: q.slice(0, 200), limit } });
  return (people?.items ?? [])
    .filter(({ kind }) => kind === 'person')
    .map(({ id, name, title }) => ({ id, name, title: title ?? '' }));
}

/** What a name that begins a text can be looked up by. */
const firstWord = (text: string): string =>
  (/^[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/u.exec(text) ?? /^\S+/u.exec(text))?.[0].replace(/['’-]+$/, '') ?? '';
