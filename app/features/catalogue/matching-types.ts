/** A request type as it is found by its words. */
export interface CatalogueType {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly category: string;
  readonly keywords: readonly string[];
  /** The approvals a request may need. */
  readonly decides: readonly string[];
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Types in which every word looked for begins a word of title, summary, category or keywords; those with it in the title come first. */
export function matchingTypes(types: readonly CatalogueType[], sought: string): readonly CatalogueType[] {
  const words = plain(sought)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return types;
  const begins = (text: string, word: string): boolean =>
    plain(text)
      .split(/[^\p{L}\p{N}]+/u)
      .some((one) => one.startsWith(word) || (one.length > 3 && word.startsWith(one)));
  const found = types.filter(({ title, summary, category, keywords }) =>
    words.every((word) => begins([title, summary, category, ...keywords].join(' '), word)),
  );
  const inTitle = ({ title }: CatalogueType) => words.some((word) => begins(title, word));
  return [...found.filter(inTitle), ...found.filter((type) => !inTitle(type))];
}
