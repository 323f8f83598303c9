const spaces = /[\s\u00a0\u2007\u2009\u202f]+/gu;
const plain = /^([-+]?\d{1,30})(?:[.,](\d{1,20}))?$/;
const bySpaces = /^([-+]?\d{1,3})([ '’])(\d{3}(?:\2\d{3}){0,8})(?:[.,](\d{1,20}))?$/;
const byMarks = /^([-+]?[1-9]\d{0,2})([.,])(\d{3}(?:\2\d{3}){0,8})(?:(?!\2)[.,](\d{1,20}))?$/;

/** Most decimals a number without a limit of its own may have. */
const anyDecimals = 20;

/**
 * The number a text stands for; undefined when it is none. Thousands may be set apart by spaces, apostrophes, commas or points, decimals by a
 * point or a comma. Exactly three digits after the only mark are thousands after a comma, as in 1,250; after a point they are thousands
 * only where three decimals cannot be meant, so that 1.250 is 1250 of a currency with cents and 1.25 of a weight. After a 0 they are decimals.
 */
export function numberFromText(text: string, mostDecimals = anyDecimals): number | undefined {
  const trimmed = text.trim().replace(spaces, ' ');
  const grouped = bySpaces.exec(trimmed) ?? byMarks.exec(trimmed);
  if (grouped !== null) {
    const [, first = '', mark, rest = '', decimals = '0'] = grouped;
    const mayBeDecimals = mark === '.' && rest.length === 3 && grouped[4] === undefined && mostDecimals >= 3;
    if (!mayBeDecimals) return Number(`${first}${rest.replace(/\D/g, '')}.${decimals}`);
  }
  const [, whole, decimals = '0'] = plain.exec(trimmed) ?? [];
  return whole === undefined ? undefined : Number(`${whole}.${decimals}`);
}
