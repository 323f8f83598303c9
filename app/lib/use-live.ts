import { useEffect, useRef, useState } from 'react';

const firstWaitMs = 1_000;
const gatherMs = 1_500;
/** A connection that is back sooner was not gone. */
const goneAfterMs = 4_000;

/** Which cases moved; empty when any may have, since nobody listened for a while. */
export type Moved = ReadonlySet<string>;

/**
 * Calls `changed` some time after cases that one may read have moved, many moves as one; nothing is asked while nobody looks.
 * Answers whether the page hears of nothing at present.
 */
export function useLive(changed: (moved: Moved) => void): boolean {
  const [isDeaf, setDeaf] = useState(false);
  const latest = useRef(changed);
  latest.current = changed;
  useEffect(() => listenLive((moved) => latest.current(moved), setDeaf), []);
  return isDeaf;
}

function listenLive(changed: (moved: Moved) => void, deaf: (is: boolean) => void): () => void {
  let source: EventSource | undefined;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let going: ReturnType<typeof setTimeout> | undefined;
  let moved = new Set<string>();
  let isUnknown = false;
  const gather = (caseId?: string): void => {
    if (caseId === undefined) isUnknown = true;
    else moved.add(caseId);
    gathering ??= setTimeout(() => {
      gathering = undefined;
      const all = isUnknown ? new Set<string>() : moved;
      [moved, isUnknown] = [new Set(), false];
      changed(all);
    }, gatherMs);
  };
  const heard = (): void => {
    clearTimeout(going);
    going = undefined;
    deaf(false);
  };
  const lost = (): void => {
    going ??= setTimeout(() => deaf(true), goneAfterMs);
  };
  const open = (): void => {
    if (source !== undefined || document.visibilityState === 'hidden') return;
    let isAgain = false;
    source = new EventSource('/api/v1/live');
    source.onopen = () => {
      heard();
      if (isAgain) gather();
      isAgain = true;
    };
    source.onerror = () => {
      lost();
      // A stream that was refused does not come back by itself.
      if (source?.readyState === EventSource.CLOSED) close();
    };
    source.onmessage = (message: MessageEvent<string>) => gather(caseIn(message.data));
    source.addEventListener('reload', () => gather());
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
    gather();
  };
  const back = (): void => {
    close();
    open();
  };
  // The page comes first; what happens meanwhile is seen by the first look.
  const begin = setTimeout(open, firstWaitMs);
  document.addEventListener('visibilitychange', look);
  window.addEventListener('offline', lost);
  window.addEventListener('online', back);
  return () => {
    clearTimeout(begin);
    clearTimeout(gathering);
    clearTimeout(going);
    document.removeEventListener('visibilitychange', look);
    window.removeEventListener('offline', lost);
    window.removeEventListener('online', back);
    close();
  };
}

/** The case a notice is about. */
function caseIn(text: string): string | undefined {
  try {
    const notice: unknown = JSON.parse(text);
    const id = typeof notice === 'object' && notice !== null ? Reflect.get(notice, 'caseId') : undefined;
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}
