import { randomUUID } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { requestIdOf } from '../telemetry/request-id.ts';
import { stillStarting } from './core/problem.ts';

/** Tells every request that the product is not open yet: a problem document that says when to come again. */
export const answerStarting: RequestListener = (request, response) => {
  const requestId = requestIdOf([request.headers['x-request-id']].flat()[0], randomUUID);
  const { document, headers } = stillStarting(requestId);
  response.writeHead(document.status, {
    ...headers,
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'X-Request-Id': requestId,
  });
  response.end(request.method === 'HEAD' ? undefined : JSON.stringify(document));
};
