import type { IncomingMessage } from 'node:http';
import { DomainError } from '../../../domain/error/domain-error.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/** The media type of a request's body in small letters, without parameters; '' when it names none. */
export function mediaTypeOf(request: IncomingMessage): string {
  return (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/**
 * The bytes of a request's body as they come, at most `limit` of them.
 * @throws DomainError TOO_LARGE, UNSUPPORTED_MEDIA_TYPE for a compressed body.
 */
export async function* bodyChunks(request: IncomingMessage, limit: number): AsyncGenerator<Uint8Array> {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity')
    throw new DomainError('UNSUPPORTED_MEDIA_TYPE', 'Send the body as it is, not compressed.');
  const tooLarge = new DomainError('TOO_LARGE', `The body is too large: ${limit} bytes are allowed.`);
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge;
  let size = 0;
  // A stream that is destroyed takes the connection with it, and no answer could be sent.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > limit) throw tooLarge;
    yield bytes;
  }
}

/** The whole body, at most `limit` bytes. @throws DomainError TOO_LARGE, UNSUPPORTED_MEDIA_TYPE. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bodyChunks(request, limit)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The body as text. @throws DomainError MALFORMED when it is not UTF-8. */
export function textOf(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new DomainError('MALFORMED', 'The body is not UTF-8 text.');
  }
}
