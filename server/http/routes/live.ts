import { setMaxListeners } from 'node:events';
import { z } from 'zod';
import { tokensOf } from '../../../domain/access/tokens-of.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import { type Call, type Endpoint, endpoint } from '../core/endpoint.ts';
import { identify } from '../core/identify.ts';
import type { Reply } from '../core/reply.ts';
import { defaultLimits, type HttpParts } from '../http-parts.ts';
import { LiveStream } from '../live/live-stream.ts';

/** How often a stream shows that it lives, and asks whether its reader still may, in ms. */
const beatMs = 15_000;

const open = new WeakMap<HttpParts['deps'], Map<string, number>>();

/** Counts streams by caller. @throws DomainError RATE_LIMITED. */
function enter({ deps, limits }: HttpParts, caller: string): () => void {
  const counts = open.get(deps) ?? new Map<string, number>();
  open.set(deps, counts);
  const count = counts.get(caller) ?? 0;
  if (count >= (limits?.streams ?? defaultLimits.streams))
    throw new DomainError('RATE_LIMITED', 'Too many live streams are open. Close one first.', {
      data: { retryAfterS: 5 },
    });
  counts.set(caller, count + 1);
  return () => {
    const left = (counts.get(caller) ?? 1) - 1;
    if (left > 0) counts.set(caller, left);
    else counts.delete(caller);
  };
}

/** Sends notices until the reader goes, the process stops, or the reader's rights are other than they were. */
async function stream(call: Call, after: number | null): Promise<Reply> {
  const { parts, viewer, request, response } = call;
  if (request.method === 'HEAD') return { status: 204 };
  const leave = enter(parts, viewer.personId);
  response.status(200).set({
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  const tokens = tokensOf(viewer);
  const live = new LiveStream(parts, { tokens, write: (text) => void response.write(text) });
  const { closing } = parts;
  const stop = (): void => void response.end();
  setMaxListeners(0, closing);
  closing.addEventListener('abort', stop);
  const ended = new Promise<void>((resolve) => {
    response.once('close', resolve);
  });
  if (closing.aborted) stop();
  const beat = setInterval(() => {
    response.write(': beat\n\n');
    goOn(call, live, tokens).catch(() => response.end());
  }, beatMs);
  try {
    await live.begin(after);
    await ended;
  } finally {
    clearInterval(beat);
    closing.removeEventListener('abort', stop);
    live.close();
    leave();
    response.end();
  }
  return { status: 204 };
}

/** Ends a stream whose reader is not known any more or reads by other tokens; else brings in what was missed. */
async function goOn(
  { parts, request, response }: Call,
  live: LiveStream,
  tokens: readonly string[],
): Promise<void> {
  const now = await identify(parts, request, response);
  if (now !== undefined && tokensOf(now.viewer).join(' ') === tokens.join(' ')) {
    await live.catchUp();
    return;
  }
  if (now !== undefined) live.reload();
  response.end();
}

/** The live stream. */
export const live: readonly Endpoint[] = [
  endpoint(
    {
      method: 'get',
      path: '/api/v1/live',
      operationId: 'streamLive',
      tag: 'Live',
      summary:
        'Server-sent events {position, caseId, rev} of cases the caller could read before or after they moved; Last-Event-ID resumes, `reload` says to load anew',
      query: z.strictObject({
        after: z
          .string()
          .regex(/^\d{1,15}$/, 'Give the position to go on behind.')
          .exactOptional(),
      }),
      answers: { 200: { description: 'The stream', content: { 'text/event-stream': null } } },
    },
    { kind: 'signed-in', because: 'a notice is sent only when it meets a token the caller reads by' },
    (call) => {
      const given = call.request.get('last-event-id') ?? call.query.after;
      const after = given !== undefined && /^\d{1,15}$/.test(given) ? Number(given) : null;
      return stream(call, after);
    },
  ),
];
