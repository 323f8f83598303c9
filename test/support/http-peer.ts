import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request a peer got. */
export interface PeerRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A real HTTP server on loopback that records what it gets. */
export interface HttpPeer {
  readonly url: string;
  readonly port: number;
  readonly requests: PeerRequest[];
  /** What it does with the next requests. */
  answer: (request: PeerRequest, response: ServerResponse) => void;
  /** Stops listening; the port stays known. */
  stop(): Promise<void>;
}

/** Starts a peer that answers 200 and `{}` until told otherwise. */
export async function startHttpPeer(): Promise<HttpPeer> {
  const requests: PeerRequest[] = [];
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const request = {
      method: incoming.method ?? '',
      path: incoming.url ?? '',
      headers: incoming.headers,
      body: Buffer.concat(chunks).toString('utf8'),
    };
    requests.push(request);
    peer.answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const peer: HttpPeer = {
    url: `http://127.0.0.1:${port}`,
    port,
    requests,
    answer: (_, response) => response.end('{}'),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return peer;
}
