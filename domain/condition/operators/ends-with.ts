import { textSearch } from '../grammar/text-search.ts';

/** True when a text ends with another, whatever the case. */
export const endsWith = textSearch({
  name: 'ends_with',
  holds: (text, part) => text.endsWith(part),
  words: 'ends with',
  opposite: 'does not end with',
});
