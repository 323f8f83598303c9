import { labelInSentence } from '../condition/grammar/phrase.ts';

/** Nouns for people: anything else a role may be called is no word for whoever has it. */
const forPeople =
  /(?:er|or|ist|yst|ant|ent|lead|head|chief|clerk|admin|counsel|officer|agent|everyone|colleague|partner)$/i;

/** A role as it stands in a sentence behind “the”: `finance lead`, `owner of Ledgerline`; a person’s word or not. */
export function oneOfRole(title: string): string {
  const word = labelInSentence(title);
  return isForPeople(word) ? word : `person with the role ${word}`;
}

/** Those who have a role: `finance leads`, `owners of Ledgerline`, `people with the role legal`. */
export function manyOfRole(title: string): string {
  const word = labelInSentence(title);
  if (!isForPeople(word)) return `people with the role ${word}`;
  const { noun, rest } = parted(word);
  return `${noun}${/(?:[sx]|ch|sh)$/.test(noun) ? 'es' : 's'}${rest}`;
}

function isForPeople(word: string): boolean {
  return forPeople.test(parted(word).noun);
}

/** The noun that is counted, and what hangs on it: `head` and ` of finance`. */
function parted(word: string): { readonly noun: string; readonly rest: string } {
  const at = word.search(/ (?:of|for|in) /);
  return at < 0 ? { noun: word, rest: '' } : { noun: word.slice(0, at), rest: word.slice(at) };
}
