/** Whether the value is a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether the object has these keys and no others; `keys` is in ascending order. */
export function hasExactly(value: Record<string, unknown>, keys: readonly string[]): boolean {
  return Object.keys(value).sort().join() === keys.join();
}

/** Whether the value is a whole number from 0. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

/** Whether the value is 64 lower-case hex digits. */
export function isHash(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}
