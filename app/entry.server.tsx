import { PassThrough } from 'node:stream';
import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node';
import { createReadableStreamFromReadable } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';

const longestRenderMs = 10_000;

/** Notes what went wrong in a page; an address that leads nowhere and a reader who left are no mistakes. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  context.noteFailure(error);
};

/** Renders a page on the server; robots and readers without scripts get it whole. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const whole = isbot(request.headers.get('user-agent') ?? '');
  return new Promise((resolve, reject) => {
    let answered = status;
    let begun = false;
    const { pipe, abort } = renderToPipeableStream(
      <RemixServer
        context={remixContext}
        url={request.url}
        abortDelay={longestRenderMs}
        nonce={context.nonce}
      />,
      {
        nonce: context.nonce,
        [whole ? 'onAllReady' : 'onShellReady']() {
          begun = true;
          const body = new PassThrough();
          headers.set('Content-Type', 'text/html; charset=utf-8');
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: answered }));
          pipe(body);
        },
        onShellError: reject,
        onError(error) {
          answered = 500;
          // What fails before the page begins comes back through `handleError`.
          if (begun) context.noteFailure(error);
        },
      },
    );
    setTimeout(abort, longestRenderMs + 1_000).unref();
  });
}
