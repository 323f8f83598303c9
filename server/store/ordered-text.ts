/** What UTF-8 bytes sort otherwise than UTF-16 code units do, and what separates the parts of a key. */
const special = /[^ -\ud7ff]/;
const specials = /[^ -\ud7ff]/g;

/**
 * The form of a sort key whose UTF-8 bytes sort as the key sorts by UTF-16 code unit, free of `\0`.
 * Both engines compare bytes, and bytes alone would put an emoji behind a private-use character.
 */
export function orderedText(text: string): string {
  return special.test(text) ? text.replace(specials, escaped) : text;
}

/** The text `orderedText` was given. */
export function plainText(ordered: string): string {
  if (!special.test(ordered)) return ordered;
  let plain = '';
  for (let i = 0; i < ordered.length; i++) {
    const unit = ordered.charCodeAt(i);
    const isPair = unit === 1 || unit >= 0xe000;
    plain += isPair ? unescaped(unit, ordered.charCodeAt(++i)) : ordered.charAt(i);
  }
  return plain;
}

function escaped(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code < 0x20) return `\u0001${String.fromCharCode(code + 0x20)}`;
  if (code < 0xe000) return `\ue000${String.fromCharCode(code + 0x800)}`;
  return `\ue001${unit}`;
}

function unescaped(lead: number, code: number): string {
  if (lead === 1) return String.fromCharCode(code - 0x20);
  return String.fromCharCode(lead === 0xe000 ? code - 0x800 : code);
}
