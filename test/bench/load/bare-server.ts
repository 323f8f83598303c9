import { fork } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that does nothing but send: what HTTP itself costs on the machine. */
export interface BareServer {
  readonly origin: string;
  stop(): void;
}

/** Starts it in a process of its own; every answer is a JSON text of `bytes` bytes. */
export async function startBareServer(bytes: number): Promise<BareServer> {
  const child = fork(import.meta.filename, [String(bytes)], { execArgv: ['--import', 'tsx'] });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve(Number(message)));
    child.once('exit', (code) => reject(new Error(`the bare server ended with ${code}`)));
  });
  return { origin: `http://127.0.0.1:${port}`, stop: () => void child.kill() };
}

if (process.argv[1] === import.meta.filename && process.send !== undefined) {
  const text = JSON.stringify('x'.repeat(Math.max(0, Number(process.argv[2]) - 2)));
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(text);
  });
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
}
