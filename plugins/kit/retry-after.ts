const dayMs = 86_400_000;

/** Milliseconds a `Retry-After` header (seconds or an HTTP date) asks for, within 0 and a day; undefined when it says nothing readable. */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  const text = header?.trim();
  if (!text) return undefined;
  const isDate = /^[A-Za-z]{3}/.test(text) && !Number.isNaN(Date.parse(text));
  if (!isDate && !/^\d+$/.test(text)) return undefined;
  const wish = isDate ? Date.parse(text) - now : Number(text) * 1000;
  return Math.min(Math.max(wish, 0), dayMs);
}
