import { useFetcher } from '@remix-run/react';
import { useRef } from 'react';
import { useLive } from '../../lib/use-live.ts';
import type { CaseData } from './case-data.ts';

/** Whether the case moved since the page was read, and whether the page hears of nothing at present; what is shown stays until somebody asks for more. */
export function useNews(page: Pick<CaseData, 'id' | 'rev' | 'key'>): {
  readonly moved: boolean;
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
  return { moved: now !== undefined && now.id === page.id && now.rev > page.rev, deaf };
}
