const dayMs = 86_400_000;

/** Milliseconds a `Retry-After` header (seconds or an HTTP date) asks for, within 0 and a day; undefined when it says nothing readable. */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  const text = header?.trim();
  if (!text) return undefined;
  const wish = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  if (Number.isNaN(wish)) return undefined;
  return Math.min(Math.max(wish, 0), dayMs);
}
