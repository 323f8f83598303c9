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
  const setBack = (deed: string, field: string): Undo | null =>
    page.was !== '' && may(deed) ? { deed, fields: { [field]: page.was, text, undo: 'true' } } : null;
  switch (done) {
    case 'approve':
    case 'reject':
    case 'return':
      return page.mayRetract ? { deed: 'retract', fields: {} } : null;
    case 'claim':
      return may('release') ? { deed: 'release', fields: {} } : null;
    case 'watch':
      return page.watch.mine ? { deed: 'unwatch', fields: { undo: 'true' } } : null;
    case 'snooze':
      return page.asides.some(({ me }) => me) ? { deed: 'wake', fields: { undo: 'true' } } : null;
    case 'unwatch':
      return { deed: 'watch', fields: { undo: 'true' } };
    case 'assign':
      return setBack('assign', 'person');
    case 'priority':
      return setBack('priority', 'priority');
    default:
      return null;
  }
}
