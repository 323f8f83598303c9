/** The title of a case where its type is said beside it: without the type's name in front. */
export function withoutType(title: string, type: string): string {
  const start = `${type}: `;
  return type !== '' && title.startsWith(start) && title.length > start.length
    ? title.slice(start.length)
    : title;
}
