import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page that holds nothing and does nothing but answer: what the browser and the machine cost by themselves. */
export interface EmptyPage {
  readonly origin: string;
  stop(): Promise<void>;
}

const script = `
document.addEventListener('keydown', () => document.querySelector('a').focus());
document.addEventListener('click', (event) => {
  event.preventDefault();
  document.querySelector('h1').textContent += '.';
});`;

/** Serves it; `?height=` makes it as high as a list, in a part that scrolls as the product's does. */
export async function startEmptyPage(): Promise<EmptyPage> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname !== '/') {
      response.writeHead(url.pathname === '/script.js' ? 200 : 404, { 'content-type': 'text/javascript' });
      response.end(script);
      return;
    }
    const height = Number(url.searchParams.get('height') ?? '0');
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><title>Empty</title><body style="margin:0"><main>
<div style="height:100dvh;overflow:auto"><h1>.</h1><a href="/" data-row="1">.</a><div style="height:${height}px"></div></div></main>
<script src="/script.js"></script>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
