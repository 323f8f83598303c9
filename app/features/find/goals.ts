import { foldedText } from '../../../domain/fact/folded-text.ts';
import type { PlaceGroup } from '../../lib/place.ts';

/** Something the palette leads to. */
export interface Goal {
  readonly id: string;
  readonly section: string;
  readonly label: string;
  readonly note: string;
  readonly icon: string;
  readonly to: string;
  /** Done instead of going somewhere. */
  readonly act?: () => void;
}

/** Goals under one head. */
export interface GoalSection {
  readonly name: string;
  readonly goals: readonly Goal[];
}

const order = ['On this page', 'Cases', 'Go to', 'Request types', 'People'];
const perSection = 8;

/** The places of a person. */
export function goalsOf(groups: readonly PlaceGroup[]): readonly Goal[] {
  const places = groups.flatMap((group) => group.places);
  const all = { to: '/cases', label: 'All cases', icon: 'table' };
  return [...places, all].map(({ to, label, icon }) => ({
    ...{ id: `place ${to}`, section: 'Go to', label, note: '', icon, to },
  }));
}

/** What can be done on the page that is shown: whatever its toolbars offer. */
export function actionsOfPage(): readonly Goal[] {
  const offered = document.querySelectorAll<HTMLElement>(
    'main [role="toolbar"] :is(a[href], button:not([disabled], [aria-disabled="true"]))',
  );
  return [...offered].map((element, at) => ({
    id: `action ${at}`,
    section: 'On this page',
    label: labelOf(element),
    note: '',
    icon: 'right',
    to: '',
    act: () => element.click(),
  }));
}

/** The text of an element without what only eyes read, such as the key that does the same. */
function labelOf(element: HTMLElement): string {
  const copy = element.cloneNode(true);
  if (!(copy instanceof HTMLElement)) return '';
  for (const hidden of copy.querySelectorAll('[aria-hidden="true"]')) hidden.remove();
  return copy.textContent?.trim() ?? '';
}

/** What matches every word, under heads in a fixed order; what the server found is in it as it came. */
export function matching(
  known: readonly Goal[],
  words: string,
  found: readonly Goal[],
): readonly GoalSection[] {
  const wanted = foldedText(words)
    .split(/\s+/)
    .filter((word) => word !== '');
  const fits = known.filter(({ label }) => {
    const text = foldedText(label);
    return wanted.every((word) => text.includes(word));
  });
  const goals = [...fits, ...found];
  return order.flatMap((name) => {
    const own = goals
      .filter(({ section }) => section === name)
      .slice(0, perSection * (wanted.length === 0 ? 2 : 1));
    return own.length === 0 ? [] : [{ name, goals: own }];
  });
}
