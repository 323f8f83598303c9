/** Priorities as people say them, by number: 1 comes first. */
export const priorityWords: Readonly<Record<number, string>> = {
  1: 'urgent',
  2: 'high',
  3: 'normal',
  4: 'low',
};
