import { useEffect, useRef } from 'react';

const prefix = 'signalbox-draft ';

/** Keeps what is typed into a text field in this browser until it is sent, so that it survives a reload. */
export function useDraft(name: string) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = field.current;
    if (element === null) return;
    const kept = read(name);
    if (element.value === '' && kept !== null) element.value = kept;
    const keep = (): void => write(name, element.value);
    element.addEventListener('input', keep);
    return () => element.removeEventListener('input', keep);
  }, [name]);
  return field;
}

/** Forgets what was kept under names that begin so: it was sent. */
export function forgetDrafts(start: string): void {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(prefix + start)) localStorage.removeItem(key);
    }
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}

function write(name: string, text: string): void {
  try {
    if (text === '') localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, text);
  } catch {
    // Typing goes on where nothing can be kept.
  }
}
