/** Somebody who can be mentioned by their name. */
export interface Mentionable {
  readonly id: string;
  readonly name: string;
}

/** A piece of what was said: words as they were typed, or a name that stands for somebody. */
export type Said = string | { readonly mention: string; readonly me: boolean };

/** An @ that is not in the middle of a word, such as an address has. */
const mark = /(?<![\p{L}\p{N}_.])@(?=\S)/gu;
const inWord = /^[\p{L}\p{N}_]/u;

/** Where names may begin in a text, behind their @. */
export function marksIn(text: string): number[] {
  return [...text.matchAll(mark)].map(({ index }) => index + 1);
}

/** Those whose whole name the text begins with, and no longer name of another: several only where they are called the same. */
export function namedAt<P extends Mentionable>(text: string, people: readonly P[]): readonly P[] {
  const fits = people.filter(
    ({ name }) => name !== '' && text.startsWith(name) && !inWord.test(text.slice(name.length)),
  );
  const longest = Math.max(0, ...fits.map(({ name }) => name.length));
  return fits.filter(({ name }) => name.length === longest);
}

/** A text with the names of those mentioned told from its words. */
export function saidIn(text: string, mentioned: readonly Mentionable[], me: string): readonly Said[] {
  const parts: Said[] = [];
  let from = 0;
  for (const at of marksIn(text)) {
    const found = at <= from ? [] : namedAt(text.slice(at), mentioned);
    const [person] = found;
    if (person === undefined) continue;
    if (at - 1 > from) parts.push(text.slice(from, at - 1));
    parts.push({ mention: person.name, me: found.some(({ id }) => id === me) });
    from = at + person.name.length;
  }
  if (from < text.length || parts.length === 0) parts.push(text.slice(from));
  return parts;
}
