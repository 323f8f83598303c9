/** The most terms a case is found by. */
export const termsLimit = 40;
const longestTerm = 40;

/** Words of a text as search terms: NFKC, case-folded, letters and digits only. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.slice(0, longestTerm));
}

/**
 * The terms a case is found by, at most 40: its number whole and in parts, then title, people and searchable values in that order.
 * `searchable` holds display texts of fields that are marked searchable and not sensitive.
 */
export function termsOf(found: {
  number: string;
  title: string;
  people: readonly string[];
  searchable: readonly string[];
}): string[] {
  const number = found.number.toLowerCase();
  const terms = new Set<string>([number, ...wordsOf(found.number), ...wordsOf(found.title)]);
  for (const text of [...found.people, ...found.searchable])
    for (const word of wordsOf(text)) terms.add(word);
  return [...terms].slice(0, termsLimit);
}
