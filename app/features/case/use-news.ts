import { useFetcher } from '@remix-run/react';
import { useRef } from 'react';
import { useLive } from '../../lib/use-live.ts';
import type { CaseData } from './case-data.ts';

/** Whether the case moved since the page was read, and whether the page hears of nothing at present; what is shown stays until somebody asks for more. */
export function useNews(page: Pick<CaseData, 'id' | 'rev' | 'key' | 'all'>): {
  readonly moved: boolean;
  /** Who did what last, as the timeline tells it; null when that is nothing a timeline tells. */
  readonly what: CaseData['entries'][number]['words'] | null;
  readonly deaf: boolean;
} {
  const fetcher = useFetcher<CaseData>();
  const loadedFor = useRef('');
  const deaf = useLive((moved) => {
    if (moved.size > 0 && !moved.has(page.id)) return;
    loadedFor.current = page.key;
    fetcher.load(`/cases/${page.id}`);
  });
  const now = loadedFor.current === page.key ? fetcher.data : undefined;
  const known = new Set(page.all.map(({ id }) => id));
  const what = now?.all.filter(({ id }) => !known.has(id)).at(-1)?.words ?? null;
  return { what, moved: now !== undefined && now.id === page.id && now.rev > page.rev, deaf };
}
