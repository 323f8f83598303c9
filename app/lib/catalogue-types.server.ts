import { must } from './api.server.ts';
import type { AppContext } from './app-context.ts';
import { decidesInWords, type TypeCard, takesInWords } from './type-words.server.ts';

type Asking = Pick<AppContext, 'api' | 'person'>;

/** A type as `listRequestTypes` answers it. */
interface TypeBrief {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly category: string;
  readonly keywords: readonly string[];
  readonly maySubmit: boolean;
  readonly card?: TypeCard;
}

/** What the person may ask for, each with who decides and how long it takes, and the slugs of what they asked for last. */
export async function catalogueOf(context: Asking) {
  const [types, last] = await Promise.all([
    liveTypes(context),
    must<{ readonly items: readonly { readonly type: string }[] }>(context, 'listCases', {
      query: { view: 'requested', limit: 50 },
    }),
  ]);
  const offered = types.filter(({ maySubmit }) => maySubmit);
  const recent = [...new Set(last.items.map(({ type }) => type))]
    .filter((slug) => offered.some((type) => type.slug === slug))
    .slice(0, 3);
  return {
    recent,
    types: offered.map(({ slug, title, summary, category, keywords, card }) => ({
      ...{ slug, title, summary, category, keywords },
      decides: card === undefined ? '' : decidesInWords(card),
      takes: card === undefined ? null : takesInWords(card),
    })),
  };
}

async function liveTypes(context: Asking): Promise<TypeBrief[]> {
  const found: TypeBrief[] = [];
  let cursor: string | undefined;
  do {
    const page = await must<{ items: TypeBrief[]; next: string | null }>(context, 'listRequestTypes', {
      query: { limit: 200, cursor, expand: 'card' },
    });
    found.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return found;
}
