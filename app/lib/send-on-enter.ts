import type { KeyboardEvent } from 'react';

/** Sends the form of a text field on Ctrl or Cmd with Enter. */
export function sendOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
}
