const limitBytes = 2048;

/**
 * The beginning of a text as one well-formed excerpt of at most 2 kB of UTF-8, control characters blanked,
 * and every secret of four or more characters hidden in plain, base64, JSON and address form.
 */
export function excerpt(text: string, secrets: readonly string[] = []): string {
  // Hiding comes before cutting: a secret across the cut would show its beginning.
  const said = hideSecrets(text, secrets)
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
  const bytes = new TextEncoder().encode(said);
  if (bytes.length <= limitBytes) return said;
  const kept = new TextDecoder().decode(bytes.subarray(0, limitBytes - 3));
  return `${kept.replace(/\uFFFD+$/u, '')}…`.slice(0, limitBytes);
}

function hideSecrets(text: string, secrets: readonly string[]): string {
  let hidden = text;
  for (const secret of secrets) {
    for (const form of formsOf(secret)) hidden = hidden.replaceAll(form, '‹hidden›');
  }
  return hidden;
}

function formsOf(secret: string): string[] {
  // Shorter ones would blank ordinary words and so give themselves away.
  if (secret.length < 4) return [];
  const forms = [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret.toWellFormed()),
    ...[0, 1, 2].map((offset) => innerBase64(secret, offset)),
  ];
  return [...new Set(forms)].sort((a, b) => b.length - a.length);
}

/** What base64 shows of a secret that starts at some byte offset, as in `user:password` of a Basic header. */
function innerBase64(secret: string, offset: number): string {
  const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret, 'utf8')]);
  const start = Math.ceil((offset * 8) / 6);
  return bytes.toString('base64').slice(start, Math.floor((bytes.length * 8) / 6));
}
