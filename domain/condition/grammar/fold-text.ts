/**
 * Folds a text so that letters differing only in case or compatibility form become equal (NFKC, then both cases:
 * "ẞ", "ß" and "ss" meet, so do the Greek sigmas).
 */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase().toUpperCase().normalize('NFKC');
}
