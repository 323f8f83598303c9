import { z } from 'zod';
import type { ApiClient } from './api-client.ts';

const noticeSchema = z.strictObject({ position: z.number(), caseId: z.string(), rev: z.number() });

/** One open live stream as a browser would read it. */
export interface LiveClient {
  readonly notices: z.infer<typeof noticeSchema>[];
  /** Named events, in their order. */
  readonly events: string[];
  /** The last id that came. */
  position(): number;
  /** Resolves when the stream has begun. */
  ready(): Promise<void>;
  close(): void;
}

export function liveClient(origin: string, client: ApiClient, after?: number): LiveClient {
  const gone = new AbortController();
  const notices: LiveClient['notices'] = [];
  const events: string[] = [];
  let position = 0;
  const begun = (async () => {
    const response = await fetch(`${origin}/api/v1/live`, {
      signal: gone.signal,
      headers: {
        authorization: `Bearer ${client.token}`,
        ...(after === undefined ? {} : { 'last-event-id': String(after) }),
      },
    });
    if (response.status !== 200) throw new Error(await response.text());
    return response;
  })();
  const take = (block: string): void => {
    const fields = new Map(
      block.split('\n').map((line) => [line.split(': ', 1)[0], line.replace(/^\w+: /, '')]),
    );
    position = Number(fields.get('id') ?? position);
    const event = fields.get('event');
    if (event !== undefined) events.push(event);
    else if (fields.has('data')) notices.push(noticeSchema.parse(JSON.parse(fields.get('data') ?? '')));
  };
  const reading = begun.then(async (response) => {
    let text = '';
    const decoder = new TextDecoder();
    const reader = response.body?.getReader();
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
      if (done) return;
      text += decoder.decode(value, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) take(block);
    }
  });
  reading.catch(() => undefined);
  return {
    notices,
    events,
    position: () => position,
    async ready() {
      await begun;
      while (events.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    },
    close: () => gone.abort(),
  };
}
