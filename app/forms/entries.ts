/** What stands in the controls of a form, as a browser posts it; the name of a control is `spend.amount` or `items.0.price`. */
export type Entries = readonly (readonly [name: string, text: string])[];

/** Names that are about the form and no answer to it. */
const aboutForm = /^_/;

/** The answers in a posted form, without what is about the form itself. */
export function entriesOf(form: FormData): Entries {
  return [...form.entries()].flatMap(([name, value]) =>
    typeof value === 'string' && !aboutForm.test(name) ? [[name, value] as const] : [],
  );
}

/** Every text under a name. */
export function textsOf(entries: Entries, name: string): readonly string[] {
  return entries.flatMap(([other, text]) => (other === name ? [text] : []));
}

/** The id of the question a control belongs to. */
export const questionOf = (name: string): string => name.split('.')[0] ?? name;

/** The numbers of the rows of a table in which something stands, in order: what is sent has no empty rows. */
export function filledRows(entries: Entries, table: string): readonly number[] {
  const rows = entries.flatMap(([name, text]) => {
    const [, row] = name.startsWith(`${table}.`) ? name.split('.') : [];
    return row === undefined || text.trim() === '' || name.endsWith('.currency') ? [] : [Number(row)];
  });
  return [...new Set(rows)].filter(Number.isInteger).sort((one, other) => one - other);
}
