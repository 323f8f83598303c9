/** A metric's label value: a short name from the code, never an id; whatever looks like one becomes `other`. */
export function label(value: string): string {
  if (!/^[A-Za-z/][\w.:/{}$*-]{0,79}$/.test(value)) return 'other';
  return value.split(/[./:]/).some(looksLikeId) ? 'other' : value;
}

function looksLikeId(part: string): boolean {
  // ULIDs, hashes, UUIDs, case numbers: long runs of digits and letters mixed, or any number of three digits and more.
  return /\d{3,}/.test(part) || (part.length >= 16 && /\d/.test(part) && !part.startsWith('$'));
}
