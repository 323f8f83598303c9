/** The address of the list of cases narrowed so; what is empty narrows nothing. */
export function casesAt(narrowing: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(Object.entries(narrowing).filter(([, value]) => value !== ''));
  return `/cases?${query.toString()}`;
}
