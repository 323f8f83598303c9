/** Where a key does something. */
export type KeyPlace = 'everywhere' | 'go' | 'list' | 'acts' | 'case';

/** A single key that does something, called by the key it usually is; `g i` is `i` after the key to go. */
export interface KnownKey {
  readonly name: string;
  readonly does: string;
  readonly place: KeyPlace;
}

/** How the places of keys are called, in the order in which people meet them. */
export const keyPlaces: readonly { readonly id: KeyPlace; readonly title: string }[] = [
  { id: 'everywhere', title: 'Everywhere' },
  { id: 'go', title: 'Behind the key to go' },
  { id: 'list', title: 'In an inbox' },
  { id: 'acts', title: 'On a case, in an inbox and on its page' },
  { id: 'case', title: 'On the page of a case' },
];

const at = (place: KeyPlace, does: Readonly<Record<string, string>>): readonly KnownKey[] =>
  Object.entries(does).map(([name, words]) => ({ name, does: words, place }));

/** Every single key, but for those that mean the same in all programs. */
export const knownKeys: readonly KnownKey[] = [
  ...at('everywhere', {
    '/': 'Search',
    '?': 'The keys of the page',
    e: 'Exact times, or short ones',
    g: 'Go to a place, with its key',
  }),
  ...at('go', {
    'g s': 'Start',
    'g i': 'Inbox',
    'g m': 'My requests',
    'g c': 'Catalogue',
    'g r': 'Request types',
    'g l': 'Decision log',
    'g n': 'Numbers',
  }),
  ...at('list', {
    j: 'Next case',
    k: 'Previous case',
    J: 'Take the next case along, to choose it',
    K: 'Take the previous case along, to choose it',
    x: 'Choose the case, or not',
    ' ': 'Look at it beside the list',
  }),
  ...at('acts', {
    a: 'Approve, accept or take it',
    r: 'Reject',
    i: 'Ask for information',
    s: 'Hand it over',
    m: 'Write a comment',
    h: 'Put it aside until later',
    z: 'Undo what was just done',
  }),
  ...at('case', {
    '[': 'Previous case of the list you came from',
    ']': 'Next case of that list',
  }),
];

/** Whether one key cannot do something in both places. */
export function placesMeet(one: KeyPlace, other: KeyPlace): boolean {
  if (one === other) return true;
  const both = new Set([one, other]);
  if (both.has('go')) return false;
  return both.has('everywhere') || both.has('acts');
}
