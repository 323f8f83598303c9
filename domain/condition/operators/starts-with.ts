import { textSearch } from '../grammar/text-search.ts';

/** True when a text begins with another, whatever the case. */
export const startsWith = textSearch({
  name: 'starts_with',
  holds: (text, part) => text.startsWith(part),
  words: 'starts with',
  opposite: 'does not start with',
});
