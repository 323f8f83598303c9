import { useEffect, useRef } from 'react';

const firstWaitMs = 1_000;
const gatherMs = 1_500;

/** Calls `changed` some time after cases that one may read have moved, many moves as one; nothing is asked while nobody looks. */
export function useLive(changed: () => void): void {
  const latest = useRef(changed);
  latest.current = changed;
  useEffect(() => {
    let source: EventSource | undefined;
    let gathering: ReturnType<typeof setTimeout> | undefined;
    const moved = (): void => {
      gathering ??= setTimeout(() => {
        gathering = undefined;
        latest.current();
      }, gatherMs);
    };
    const open = (): void => {
      if (source !== undefined || document.visibilityState === 'hidden') return;
      source = new EventSource('/api/v1/live');
      source.onmessage = moved;
      source.addEventListener('reload', moved);
    };
    const close = (): void => {
      source?.close();
      source = undefined;
    };
    const look = (): void => {
      if (document.visibilityState === 'hidden') {
        close();
        return;
      }
      open();
      moved();
    };
    // The page comes first; what happens meanwhile is seen by the first look.
    const begin = setTimeout(open, firstWaitMs);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(begin);
      clearTimeout(gathering);
      document.removeEventListener('visibilitychange', look);
      close();
    };
  }, []);
}
