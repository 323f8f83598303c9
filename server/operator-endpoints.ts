import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Product } from './open-product.ts';

/** Answers what operators ask: `/healthz` (the process lives), `/readyz` (it can work), `/metrics` (Prometheus). Everything else is 404. */
export function operatorEndpoints(product: Pick<Product, 'problems' | 'telemetry'>): RequestListener {
  return (request, response) => {
    answer(product, request, response).catch((error: unknown) => {
      product.telemetry.log.error('answering an operator', { error });
      send(response, 500, 'text/plain', 'failed\n');
    });
  };
}

async function answer(
  { problems, telemetry }: Pick<Product, 'problems' | 'telemetry'>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path] = (request.url ?? '/').split('?');
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return send(response, 405, 'text/plain', 'GET only\n');
  if (path === '/healthz') return send(response, 200, 'text/plain', 'alive\n');
  if (path === '/readyz') {
    const found = await problems();
    const body = JSON.stringify({ ready: found.length === 0, problems: found });
    return send(response, found.length === 0 ? 200 : 503, 'application/json', `${body}\n`);
  }
  if (path === '/metrics') {
    const { contentType, body } = await telemetry.metrics.expose();
    return send(response, 200, contentType, body);
  }
  return send(response, 404, 'text/plain', 'There is nothing here.\n');
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(body);
}
