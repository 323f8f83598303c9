const plain = /^[-+]?\d{1,30}(\.\d{1,20})?$/;
const grouped = /^[-+]?\d{1,3}([ \u00a0\u202f]\d{3}){1,9}(\.\d{1,20})?$/;

/** The number a text stands for: digits, a point before decimals, spaces between groups of three; else undefined. */
export function numberFromText(text: string): number | undefined {
  const trimmed = text.trim();
  if (plain.test(trimmed)) return Number(trimmed);
  return grouped.test(trimmed) ? Number(trimmed.replace(/[ \u00a0\u202f]/g, '')) : undefined;
}
