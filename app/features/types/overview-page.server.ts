import type { OverviewSection } from '../../../domain/definition/overview-item.ts';
import { must } from '../../lib/api.server.ts';
import type { AppContext } from '../../lib/app-context.ts';
import { type TypeHead, typeHead } from './type-page.server.ts';

/** A version in words, and what the page says around it. */
export interface OverviewPage {
  readonly head: Omit<TypeHead, 'deeds'>;
  readonly n: number;
  readonly sections: readonly OverviewSection[];
  /** Who published it, when and why. */
  readonly published: TypeHead['deeds'][number] | null;
}

/** One version of a type in words; the live one, else the newest, where none is named. */
export async function overviewPage(context: AppContext, slug: string, asked?: string): Promise<OverviewPage> {
  const { deeds, ...head } = await typeHead(context, slug);
  const newest = deeds.find(({ kind }) => kind === 'published')?.n ?? 1;
  const n = asked ?? String(head.live ?? newest);
  const { sections } = await must<{ readonly sections: readonly OverviewSection[] }>(
    context,
    'getRequestTypeVersionText',
    { params: { slug, n } },
  );
  return {
    head,
    n: Number(n),
    sections,
    published: deeds.find((deed) => deed.kind === 'published' && deed.n === Number(n)) ?? null,
  };
}
