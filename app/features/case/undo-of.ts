import type { CaseData } from './case-data.ts';

/** What takes something back: a deed, and what it is done with. */
export interface Undo {
  readonly deed: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** How what was just done is taken back; null when it cannot be, or is not this person's any more. */
export function undoOf(done: string, page: CaseData): Undo | null {
  const may = (deed: string): boolean =>
    page.actions.some(({ id, locked }) => id === deed && locked === undefined);
  const text = 'Taken back within 8 seconds.';
  switch (done) {
    case 'approve':
    case 'reject':
    case 'return':
      return page.mayRetract ? { deed: 'retract', fields: {} } : null;
    case 'claim':
      return may('release') ? { deed: 'release', fields: {} } : null;
    case 'assign':
      return page.was !== '' && may('assign')
        ? { deed: 'assign', fields: { person: page.was, text, undo: 'true' } }
        : null;
    case 'priority':
      return page.was !== '' && may('priority')
        ? { deed: 'priority', fields: { priority: page.was, text, undo: 'true' } }
        : null;
    default:
      return null;
  }
}
