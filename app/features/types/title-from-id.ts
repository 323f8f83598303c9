const small = new Set(['of', 'to', 'in', 'on', 'at', 'by', 'or', 'as']);

/** A first title for something known by its id alone: `it-lead` becomes “IT lead”, `customer-care` “Customer care”. */
export function titleFromId(id: string): string {
  const words = id.split(/[-_.]+/).filter((word) => word !== '');
  const told = words.map((word) => (word.length <= 2 && !small.has(word) ? word.toUpperCase() : word));
  const title = told.join(' ');
  return title === '' ? id : title.charAt(0).toUpperCase() + title.slice(1);
}
