/** A text that was typed and not saved, and the rev of the draft it was made from. */
export interface KeptText {
  readonly rev: number;
  readonly yaml: string;
}

const keyOf = (slug: string): string => `signalbox.type.${slug}`;

/** What this browser kept of a request type's draft; null when there is none that can be read. */
export function keptText(slug: string): KeptText | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(slug)) ?? 'null');
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps what is typed. */
export function keepText(slug: string, text: KeptText): void {
  try {
    localStorage.setItem(keyOf(slug), JSON.stringify(text));
  } catch {
    // Typing goes on where nothing can be kept.
  }
}

/** Forgets it: it was saved, or it is what is saved. */
export function forgetText(slug: string): void {
  try {
    localStorage.removeItem(keyOf(slug));
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function isKept(kept: unknown): kept is KeptText {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    'rev' in kept &&
    typeof kept.rev === 'number' &&
    'yaml' in kept &&
    typeof kept.yaml === 'string'
  );
}
