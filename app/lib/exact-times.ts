/** Shows every time of the page exactly, or in short words again; returns whether they are exact now. */
export function turnExactTimes(): boolean {
  const { dataset } = document.documentElement;
  if (exactTimesShown()) delete dataset['times'];
  else dataset['times'] = 'exact';
  return exactTimesShown();
}

/** Whether every time of the page stands there exactly. */
export const exactTimesShown = (): boolean => document.documentElement.dataset['times'] === 'exact';
