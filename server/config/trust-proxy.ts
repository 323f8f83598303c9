import { isIP } from 'node:net';

/** Whose forwarded headers count: nobody's, those of that many proxies in front, or of those at these addresses. */
export type TrustProxy = false | number | readonly string[];

const ranges = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** Reads `0`, `2`, or `10.0.0.0/8, loopback`; null when it is neither. Trusting everybody cannot be said. */
export function readTrustProxy(text: string): TrustProxy | null {
  const trimmed = text.trim();
  if (trimmed === 'false') return false;
  if (/^\d+$/.test(trimmed)) {
    const count = Number(trimmed);
    if (count > 10) return null;
    return count === 0 ? false : count;
  }
  const places = trimmed.split(/[\s,]+/).filter((place) => place !== '');
  return places.length > 0 && places.every(isPlace) ? places : null;
}

function isPlace(place: string): boolean {
  if (ranges.has(place)) return true;
  const [address = '', prefix, ...rest] = place.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  if (prefix === undefined) return true;
  // A range of everything would trust whoever writes the header.
  return /^\d{1,3}$/.test(prefix) && Number(prefix) >= 1 && Number(prefix) <= (version === 4 ? 32 : 128);
}
