import { foldedText } from '../../../domain/fact/folded-text.ts';
import type { briefOf } from '../../../server/http/routes/case-view.ts';
import type { NamesOfCases } from '../../../server/use-cases/lists/names-of-cases.ts';
import { maybe, whoever } from '../../lib/api.server.ts';
import type { AppContext } from '../../lib/app-context.ts';
import type { Goal } from './goals.ts';

type Asking = Pick<AppContext, 'api' | 'person'>;

interface Cases {
  readonly items: readonly ReturnType<typeof briefOf>[];
  readonly names: NamesOfCases;
}
interface Types {
  readonly items: readonly {
    readonly slug: string;
    readonly title: string;
    readonly keywords?: readonly string[];
  }[];
}
interface People {
  readonly items: readonly { readonly id: string; readonly name: string }[];
}

/** What was found by some words. */
export interface Found {
  readonly words: string;
  readonly goals: readonly Goal[];
}

const atMost = 6;

const everyCase = (words: string): Goal => ({
  ...{ id: 'cases', section: 'Cases', label: `All cases with “${words}”`, icon: 'search', note: '' },
  to: `/cases?q=${encodeURIComponent(words)}`,
});

/** Cases by number and words, request types one may submit, and people, as far as the reader may see them. */
export async function found(context: Asking, asked: string): Promise<Found> {
  whoever(context);
  const words = asked.trim().slice(0, 200);
  if (words === '') return { words, goals: [] };
  const [cases, types, people] = await Promise.all([
    maybe<Cases>(context, 'listCases', { query: { q: words, limit: atMost, expand: 'names' } }),
    maybe<Types>(context, 'listRequestTypes', { query: { limit: 200 } }),
    maybe<People>(context, 'listPeople', { query: { limit: 200 } }),
  ]);
  const wanted = foldedText(words).split(/\s+/);
  const fits = (text: string): boolean => wanted.every((word) => foldedText(text).includes(word));
  return {
    words,
    goals: [
      ...(cases?.items ?? []).map(({ id, number, title, category, state }) => ({
        ...{ id: `case ${id}`, section: 'Cases', label: title, icon: `state-${category}` },
        ...{ note: `${number}, ${cases?.names.cases[id]?.state ?? state}`, to: `/cases/${id}` },
      })),
      ...(cases?.items.length === atMost ? [everyCase(words)] : []),
      ...(types?.items ?? [])
        .filter(({ title, keywords = [] }) => fits([title, ...keywords].join(' ')))
        .slice(0, atMost)
        .map(({ slug, title }) => ({
          ...{ id: `type ${slug}`, section: 'Request types', label: title, icon: 'plus' },
          ...{ note: 'New request', to: `/catalogue/${slug}` },
        })),
      ...(people?.items ?? [])
        .filter(({ name }) => fits(name))
        .slice(0, atMost)
        .map(({ id, name }) => ({
          ...{ id: `person ${id}`, section: 'People', label: name, icon: 'user' },
          ...{ note: 'What they have', to: `/cases?open=true&owner=${encodeURIComponent(id)}` },
        })),
    ],
  };
}
