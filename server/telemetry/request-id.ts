/** The id a request is logged under: the caller's own where it is plain (8 to 64 of `A–Z a–z 0–9 . _ -`), else a fresh one. */
export function requestIdOf(given: string | undefined, fresh: () => string): string {
  return given !== undefined && /^[A-Za-z0-9._-]{8,64}$/.test(given) ? given : fresh();
}
