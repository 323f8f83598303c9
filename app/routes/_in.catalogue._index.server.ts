import type { LoaderFunctionArgs } from '@remix-run/node';
import { must } from '../lib/api.server.ts';
import type { AppContext } from '../lib/app-context.ts';

/** A type as `listRequestTypes` answers it. */
interface TypeBrief {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly category: string;
  readonly keywords: readonly string[];
  readonly maySubmit: boolean;
  readonly approvals: readonly { readonly title: string }[];
}

/** Everything the person may ask for, and what they look for. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const q = new URL(request.url).searchParams.get('q') ?? '';
  const types = (await liveTypes(context)).filter(({ maySubmit }) => maySubmit);
  return {
    q,
    setsUp: ['admin', 'designer'].some((role) => context.person?.roles.includes(role)),
    types: types.map(({ slug, title, summary, category, keywords, approvals }) => ({
      ...{ slug, title, summary, category, keywords },
      decides: approvals.map((approval) => approval.title),
    })),
  };
}

async function liveTypes(context: Pick<AppContext, 'api' | 'person'>): Promise<TypeBrief[]> {
  const found: TypeBrief[] = [];
  let cursor: string | undefined;
  do {
    const page = await must<{ items: TypeBrief[]; next: string | null }>(context, 'listRequestTypes', {
      query: { limit: 200, cursor },
    });
    found.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return found;
}
