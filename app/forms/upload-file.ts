/** What a file may be; what is left out is for the request type to say. */
interface Limits {
  readonly accept?: readonly string[] | undefined;
  readonly maxBytes?: number | undefined;
}

/** Hands a file over, to be named by a request within a day; or says why not. */
export async function uploadFile(
  file: File,
  { accept, maxBytes }: Limits,
): Promise<{ readonly id: string; readonly name: string } | { readonly refused: string }> {
  const ending = file.name.toLowerCase().split('.').at(-1) ?? '';
  if (accept !== undefined && !accept.includes(ending))
    return { refused: `give a file that ends in ${accept.map((one) => `.${one}`).join(' or ')}.` };
  if (maxBytes !== undefined && file.size > maxBytes)
    return { refused: `give a file of at most ${Math.floor(maxBytes / 1_000_000)} MB.` };
  const answer = await fetch('/api/v1/attachments', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/octet-stream',
      'X-File-Name': encodeURIComponent(file.name),
      'Idempotency-Key': crypto.randomUUID(),
    },
    body: file,
  });
  const body: unknown = await answer.json();
  const text = (name: string): string => {
    const value = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
    return typeof value === 'string' ? value : '';
  };
  if (answer.ok) return { id: text('id'), name: text('name') };
  return { refused: text('detail') || 'it could not be handed over. Try again.' };
}
