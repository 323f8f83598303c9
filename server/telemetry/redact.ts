const secretKey =
  /^(.*(password|passwd|secret|credential|authorization|cookie|api[-_]?key|private[-_]?key|signature).*|(.*[-_])?token|.*[a-z]Token|salt)$/i;

// What gives itself away as a secret wherever it stands: credentials in headers and addresses, signing secrets, sealed texts, our tokens.
const secretWords: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic)\s+[A-Za-z0-9._~+/=-]{6,}/gi, '$1 ‹hidden›'],
  [/\bwhsec_[A-Za-z0-9+/=]{8,}/g, '‹hidden›'],
  [/\bsb1\.[0-9a-f]{8}\.[\w-]+\.[\w-]+/g, '‹hidden›'],
  [/\bsbx?_[A-Za-z0-9_-]{16,}/g, '‹hidden›'],
  [/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@]*@/gi, '$1‹hidden›@'],
];

const maxDepth = 8;

/** A text in which whatever looks like a secret is hidden. */
export function redactText(text: string): string {
  return secretWords.reduce((hidden, [pattern, instead]) => hidden.replace(pattern, instead), text);
}

/** A copy of a log line's details in which secrets are hidden by the name of their key or by their look; errors become plain data. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= maxDepth) return '‹deeper›';
  if (value instanceof Error) return redactError(value, depth);
  if (Array.isArray(value)) return value.map((each) => redact(each, depth + 1));
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (ArrayBuffer.isView(value)) return `‹${value.byteLength} bytes›`;
  if (value instanceof Map || value instanceof Set) return redact([...value], depth);
  const entries = Object.entries(value).map(([key, each]) => [
    key,
    secretKey.test(key) && isSecretive(each) ? '‹hidden›' : redact(each, depth + 1),
  ]);
  return Object.fromEntries(entries);
}

/** Numbers under such a key are counters (a fencing token), and null or false say that there is none. */
function isSecretive(value: unknown): boolean {
  return value !== null && value !== undefined && typeof value !== 'number' && typeof value !== 'boolean';
}

function redactError(error: Error, depth: number): unknown {
  const { name, message, stack, cause, ...rest } = error;
  return {
    name,
    message: redactText(message),
    ...(stack === undefined ? {} : { stack: redactText(stack) }),
    ...(redact(rest, depth) as Record<string, unknown>),
    ...(cause === undefined ? {} : { cause: redact(cause, depth + 1) }),
  };
}
