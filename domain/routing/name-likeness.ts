/** Words that say how a company is set up, not which one it is. */
const legalForms = new Set(
  `ab ag as asa bv cic co company corp corporation doo eood gmbh group holding holdings inc incorporated kft kg kk
  limited llc llp lp ltd ltda mbh nv ohg ood oy oyj plc pte pty pvt sa sarl sas se sia sl sp spa sro srl the ug und and
  zoo`.split(/\s+/),
);

/** Two words less alike than this have nothing in common. */
const alike = 0.85;

/** The words that tell one name from another: folded, without accents, punctuation and legal forms. */
export function nameWords(name: string): readonly string[] {
  const folded = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  // "S.A.", "L.L.C." and "A/S" are one word each.
  const joined = folded.replace(/\b(\p{L})[./](?=\p{L}\b)/gu, '$1');
  const words = joined.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const telling = words.filter((word) => !legalForms.has(word));
  return telling.length > 0 ? telling : words;
}

/**
 * How alike two names are, from 0 to 1: each word's best Jaro-Winkler partner on the other side, weighted by length,
 * over both sides. Order of words, accents, case and legal forms do not count. Symmetric.
 */
export function nameLikeness(a: string, b: string): number {
  const left = nameWords(a);
  const right = nameWords(b);
  if (left.length === 0 || right.length === 0) return 0;
  if (left.join('') === right.join('')) return 1;
  const weight = [...left, ...right].reduce((sum, word) => sum + word.length, 0);
  return (partnered(left, right) + partnered(right, left)) / weight;
}

function partnered(words: readonly string[], others: readonly string[]): number {
  let sum = 0;
  for (const word of words) {
    const best = Math.max(...others.map((other) => jaroWinkler(word, other)));
    if (best >= alike) sum += best * word.length;
  }
  return sum;
}

/** Winkler, "String comparator metrics and enhanced decision rules in the Fellegi-Sunter model" (1990). */
function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const base = jaro(a, b);
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix++;
  return base + prefix * 0.1 * (1 - base);
}

function jaro(a: string, b: string): number {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Array<boolean>(b.length).fill(false);
  const common: string[] = [];
  for (let i = 0; i < a.length; i++) {
    for (let j = Math.max(0, i - reach); j < Math.min(b.length, i + reach + 1); j++) {
      if (taken[j] || a[i] !== b[j]) continue;
      taken[j] = true;
      common.push(b[j] ?? '');
      break;
    }
  }
  if (common.length === 0) return 0;
  const inOrder = [...b].filter((_, j) => taken[j]);
  const moved = common.filter((letter, i) => letter !== inOrder[i]).length / 2;
  const m = common.length;
  return (m / a.length + m / b.length + (m - moved) / m) / 3;
}
