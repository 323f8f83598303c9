import type { CaseData } from './case-data.ts';

/** The words of an entry; names are strong. */
export function EntryWords({ words }: { readonly words: CaseData['entries'][number]['words'] }) {
  return (
    <span>
      {words.map((part, i) =>
        typeof part === 'string' ? (
          part
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the words of a sentence never change places
          <b key={i}>{part.strong}</b>
        ),
      )}
    </span>
  );
}
