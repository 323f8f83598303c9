import { useEffect, useState } from 'react';
import { draftsOf, forgetDraft } from '../../lib/draft.ts';

/** A form that was begun in this browser and not sent. */
export interface KeptDraft {
  readonly type: string;
  readonly title: string;
  /** When it was changed last, in words. */
  readonly when: string;
}

/** What the reader keeps in this browser, latest first, of types there are; null until the browser was asked. */
export function useKeptDrafts(
  person: string,
  titles: Readonly<Record<string, string>>,
): { readonly drafts: readonly KeptDraft[] | null; readonly throwAway: (type: string) => void } {
  const [drafts, setDrafts] = useState<readonly KeptDraft[] | null>(null);
  useEffect(() => {
    const format = new Intl.DateTimeFormat('en-GB', {
      ...{ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
    });
    setDrafts(
      draftsOf(person).flatMap(({ type, at }) => {
        const title = titles[type];
        return title === undefined ? [] : [{ type, title, when: format.format(at) }];
      }),
    );
  }, [person, titles]);
  return {
    drafts,
    throwAway: (type) => {
      forgetDraft(person, type);
      setDrafts((now) => now?.filter((draft) => draft.type !== type) ?? null);
    },
  };
}
