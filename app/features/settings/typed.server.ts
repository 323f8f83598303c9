/** Everything that was typed into a form, by name; files aside. */
export function typedIn(form: FormData): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const [name, value] of form)
    if (typeof value === 'string' && !name.startsWith('_')) values[name] = [...(values[name] ?? []), value];
  return values;
}

/** One text of a form; empty when it is not there. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
