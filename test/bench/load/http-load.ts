import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

/** One request of a load; `key` makes it a command. */
export interface LoadRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly token: string;
  readonly body?: object;
}

/** What came back. */
export interface LoadAnswer {
  readonly status: number;
  readonly body: string;
}

/** How long the answers of a load took. */
export interface Load {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** Connections kept open, so that what is measured is the product and not the handshake. */
export class HttpClient {
  private readonly agent: Agent;
  private readonly origin: string;

  constructor(origin: string, connections: number) {
    this.origin = origin;
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  send({ method, path, token, body }: LoadRequest): Promise<LoadAnswer> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers = {
      authorization: `Bearer ${token}`,
      ...(text === undefined
        ? {}
        : {
            'content-type': 'application/json',
            'content-length': String(Buffer.byteLength(text)),
            'idempotency-key': randomUUID(),
          }),
    };
    return new Promise((resolve, reject) => {
      const sent = request(
        `${this.origin}/api/v1${path}`,
        { method, headers, agent: this.agent },
        (response) => {
          let answer = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => {
            answer += chunk;
          });
          response.on('end', () => resolve({ status: response.statusCode ?? 0, body: answer }));
        },
      );
      sent.on('error', reject);
      sent.end(text);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

/** Sends `count` requests, as many at a time as there are clients; every answer must be a success. */
export async function load(
  client: HttpClient,
  { clients, count }: { readonly clients: number; readonly count: number },
  requestOf: (i: number) => LoadRequest,
): Promise<Load & { readonly answers: readonly LoadAnswer[] }> {
  const times: number[] = [];
  const answers: LoadAnswer[] = [];
  let next = 0;
  const one = async () => {
    while (next < count) {
      const i = next;
      next += 1;
      const begun = performance.now();
      const answer = await client.send(requestOf(i));
      times.push(performance.now() - begun);
      if (answer.status >= 300) throw new Error(`${answer.status}: ${answer.body.slice(0, 400)}`);
      answers[i] = answer;
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: clients }, one));
  const seconds = (performance.now() - begun) / 1_000;
  return { ...spread(times), perSecond: count / seconds, answers };
}

/** Percentiles of times in ms. */
export function spread(times: readonly number[]): { p50: number; p95: number; p99: number } {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
