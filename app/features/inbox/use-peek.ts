import type { SerializeFrom } from '@remix-run/node';
import { useFetcher } from '@remix-run/react';
import { useEffect } from 'react';
import type { PeekView } from './peek-view.server.ts';

type Peeked = SerializeFrom<PeekView>;

/** The case with this id as it is shown beside the list: what the page brought, or what comes once it is asked for; null when it is not there, undefined while it comes. */
export function usePeek(id: string | null, brought: Peeked | null): Peeked | null | undefined {
  const { load, data, state } = useFetcher<{ readonly peek: Peeked | null }>();
  const isBrought = brought !== null && brought.id === id;
  useEffect(() => {
    if (id !== null && !isBrought) load(`/inbox/peek/${id}`);
  }, [id, isBrought, load]);
  if (id === null) return null;
  if (isBrought) return brought;
  if (data?.peek?.id === id) return data.peek;
  return data === undefined || state !== 'idle' ? undefined : null;
}
