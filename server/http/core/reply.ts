import { once } from 'node:events';
import type { Response } from 'express';

/** What an endpoint answers. */
export type Reply =
  | { readonly status: number; readonly body: unknown; readonly headers?: Headers; readonly rev?: number }
  | {
      readonly status: number;
      readonly text: string;
      readonly type: string;
      readonly headers?: Headers;
      readonly rev?: number;
    }
  | {
      readonly status: number;
      readonly stream: AsyncIterable<string | Uint8Array>;
      readonly headers: Headers;
    }
  | { readonly status: 204 };

type Headers = Readonly<Record<string, string>>;

/** A JSON answer. */
export function json(
  body: unknown,
  more: { readonly status?: number; readonly rev?: number; readonly headers?: Headers } = {},
): Reply {
  const { status = 200, ...rest } = more;
  return { status, body, ...rest };
}

/** Sends a reply; resolves when it is written, or when the reader has gone. */
export async function sendReply(response: Response, reply: Reply): Promise<void> {
  response.status(reply.status);
  if ('headers' in reply && reply.headers !== undefined) response.set(reply.headers);
  if ('rev' in reply && reply.rev !== undefined) response.set('ETag', `"${reply.rev}"`);
  if ('stream' in reply) return sendStream(response, reply.stream);
  if ('text' in reply) response.type(reply.type).send(reply.text);
  else if ('body' in reply) response.type('application/json').send(JSON.stringify(reply.body));
  else response.end();
}

/** Writes no faster than it is read, so that memory stays flat; stops when the reader goes. */
async function sendStream(response: Response, stream: AsyncIterable<string | Uint8Array>): Promise<void> {
  const gone = new AbortController();
  const leave = (): void => gone.abort();
  response.once('close', leave);
  try {
    for await (const part of stream) {
      if (gone.signal.aborted) return;
      if (!response.write(part))
        await once(response, 'drain', { signal: gone.signal }).catch(() => undefined);
    }
    if (!gone.signal.aborted) response.end();
  } finally {
    response.off('close', leave);
  }
}
