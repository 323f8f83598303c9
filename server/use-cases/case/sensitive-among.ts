import type { EventView } from './readable-case.ts';

/** Ids of the fields marked sensitive whose values are shown to the viewer under one of these names, each once, in the form's order. */
export function sensitiveAmong(
  { definition, shown }: Pick<EventView, 'definition' | 'shown'>,
  names: readonly string[],
): string[] {
  const named = new Set(names);
  return definition.document.form.fields
    .filter((field) => field.kind !== 'note' && field.sensitive === true && !shown.masked.includes(field.id))
    .map(({ id }) => id)
    .filter((id) => named.has(id));
}
