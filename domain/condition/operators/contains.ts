import { textSearch } from '../grammar/text-search.ts';

/** True when a text has another in it, whatever the case. */
export const contains = textSearch({
  name: 'contains',
  holds: (text, part) => text.includes(part),
  words: 'contains',
  opposite: 'does not contain',
});
