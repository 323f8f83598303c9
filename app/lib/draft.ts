/** What somebody had typed into a form and not sent, kept in their browser. */
export interface Draft {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly entries: readonly (readonly [string, string])[];
}

const startOf = (person: string): string => `signalbox.draft.${person}.`;
const keyOf = (person: string, type: string): string => `${startOf(person)}${type}`;

/** Every draft of this person in this browser by its type, the latest first. */
export function draftsOf(person: string): readonly { readonly type: string; readonly at: number }[] {
  try {
    const start = startOf(person);
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(start))
      .flatMap((key) => {
        const type = key.slice(start.length);
        const draft = readDraft(person, type);
        return draft === undefined ? [] : [{ type, at: draft.at }];
      })
      .sort((one, other) => other.at - one.at);
  } catch {
    return [];
  }
}

/** The draft of a request type by this person in this browser; undefined when there is none that can be read. */
export function readDraft(person: string, type: string): Draft | undefined {
  try {
    const draft: unknown = JSON.parse(localStorage.getItem(keyOf(person, type)) ?? 'null');
    return isDraft(draft) && draft.entries.length > 0 ? draft : undefined;
  } catch {
    // A browser that keeps nothing has no draft.
    return undefined;
  }
}

/** Keeps a draft; false in a browser that keeps nothing. */
export function keepDraft(person: string, type: string, entries: Draft['entries']): boolean {
  try {
    localStorage.setItem(keyOf(person, type), JSON.stringify({ at: Date.now(), entries } satisfies Draft));
    return true;
  } catch {
    return false;
  }
}

/** Forgets a draft, once it was sent or given up. */
export function forgetDraft(person: string, type: string): void {
  try {
    localStorage.removeItem(keyOf(person, type));
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function isDraft(draft: unknown): draft is Draft {
  if (typeof draft !== 'object' || draft === null) return false;
  const { at, entries } = draft as { readonly at?: unknown; readonly entries?: unknown };
  const isEntry = (entry: unknown) =>
    Array.isArray(entry) && entry.length === 2 && entry.every((part) => typeof part === 'string');
  return typeof at === 'number' && Array.isArray(entries) && entries.every(isEntry);
}
