import { type RefObject, useEffect, useRef, useState } from 'react';
import { forgetText, type KeptText, keepText, keptText } from './kept-text.ts';

/** A saved text, and the rev of the draft it was saved as. */
interface SavedText {
  readonly rev: number;
  readonly yaml: string;
}

/** The text of a draft while it is edited. */
interface DraftText {
  readonly field: RefObject<HTMLTextAreaElement>;
  /** The rev the text in the field was made from. */
  readonly seen: number;
  /** True when somebody saved since, and what is typed is not that. */
  readonly behind: boolean;
  /** What this browser kept of an edit that was not saved. */
  readonly kept: KeptText | null;
  /** Puts that back into the field. */
  bringBack(): void;
}

/**
 * Holds the text of a draft: what is typed is never replaced by what somebody else saves, stays tied to the rev it was made
 * from, and survives a reload. `first` is the rev to begin with; `settled` says that what is saved is what was typed here.
 */
export function useDraftText(
  slug: string,
  draft: SavedText,
  { first, settled }: { readonly first: number; readonly settled: boolean },
): DraftText {
  const field = useRef<HTMLTextAreaElement>(null);
  const begun = useRef<SavedText>({ rev: first, yaml: draft.yaml });
  const [seen, setSeen] = useState(first);
  const [behind, setBehind] = useState(false);
  const [kept, setKept] = useState<KeptText | null>(null);
  const { rev, yaml } = draft;
  useEffect(() => {
    const element = field.current;
    if (element === null) return;
    // What was typed since, on what was saved, is still to be saved.
    if (settled && keptText(slug)?.rev !== rev) forgetText(slug);
    const isTyped = element.value !== begun.current.yaml;
    if (settled || (!isTyped && rev !== begun.current.rev)) {
      begun.current = { rev, yaml };
      element.value = yaml;
      setSeen(rev);
      setBehind(false);
    } else setBehind(isTyped && rev !== begun.current.rev);
  }, [slug, rev, yaml, settled]);
  useEffect(() => {
    const element = field.current;
    if (element === null) return;
    const before = keptText(slug);
    if (before !== null && before.yaml !== element.value) setKept(before);
    const keep = (): void => {
      if (element.value === begun.current.yaml) forgetText(slug);
      else keepText(slug, { rev: begun.current.rev, yaml: element.value });
      setKept(null);
    };
    element.addEventListener('input', keep);
    return () => element.removeEventListener('input', keep);
  }, [slug]);
  return {
    ...{ field, seen, behind, kept },
    bringBack() {
      if (field.current === null || kept === null) return;
      field.current.value = kept.yaml;
      begun.current = { rev: kept.rev, yaml };
      setSeen(kept.rev);
      setKept(null);
    },
  };
}
