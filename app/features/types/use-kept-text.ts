import { type RefObject, useEffect, useState } from 'react';

const prefix = 'signalbox-draft ';

/** What was typed and not saved, as this browser kept it. */
interface KeptText {
  /** Text that differs from what is saved; null when there is none. */
  readonly kept: string | null;
  /** Puts it back into the field. */
  bringBack(): void;
}

/**
 * Keeps what is typed into a field that begins with a saved text, so that it survives a reload: what was kept is offered, not
 * put over what is saved, and it is forgotten once `saved` says the same.
 */
export function useKeptText(name: string, field: RefObject<HTMLTextAreaElement>, saved: string): KeptText {
  const [kept, setKept] = useState<string | null>(null);
  useEffect(() => {
    const element = field.current;
    if (element === null) return;
    const before = read(name);
    if (before !== null && before !== saved && before !== element.value) setKept(before);
    else setKept(null);
    const keep = (): void => {
      write(name, element.value === saved ? null : element.value);
      setKept(null);
    };
    element.addEventListener('input', keep);
    return () => element.removeEventListener('input', keep);
  }, [name, field, saved]);
  return {
    kept,
    bringBack() {
      if (field.current !== null && kept !== null) field.current.value = kept;
      setKept(null);
    },
  };
}

/** Forgets what was kept under a name: it was saved. */
export function forgetKeptText(name: string): void {
  write(name, null);
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}

function write(name: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, text);
  } catch {
    // Typing goes on where nothing can be kept.
  }
}
