import { rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { Fault } from '../../domain/error/fault.ts';
import type { Json } from '../../domain/hash/canonical-json.ts';
import { type ControlReply, type ControlRequest, controlErrorOf } from './messages.ts';
import { controlSocket } from './socket-path.ts';

/** Carries out what is asked over the socket; `say` tells how far it has come. */
export type ControlAnswer = (request: ControlRequest, say: (line: string) => void) => Promise<Json>;

/** Definitions are 2 MB at most; what is longer than this is no request. */
const longestRequest = 8 * 1024 * 1024;

/**
 * Listens on `control.sock` (mode 0600) in a data directory this process holds the lock of.
 * Answers a function that stops listening, waits for what is under way, and removes the socket.
 */
export async function serveControl(dataDir: string, answer: ControlAnswer): Promise<() => Promise<void>> {
  const { path, release } = controlSocket(dataDir);
  // Whoever left one behind is gone: the lock of the directory is ours.
  rmSync(path, { force: true });
  // Half open: the asking side ends its half after the request.
  const server = createServer({ allowHalfOpen: true }, (socket) => void converse(socket, answer));
  await listen(server, path);
  return async () => {
    await new Promise((resolve) => server.close(resolve));
    rmSync(path, { force: true });
    release();
  };
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    // Nobody else may connect, not even between binding and a chmod.
    const before = process.umask(0o177);
    try {
      server.listen(path, () => {
        server.removeListener('error', reject);
        resolve();
      });
    } finally {
      process.umask(before);
    }
  });
}

async function converse(socket: Socket, answer: ControlAnswer): Promise<void> {
  socket.on('error', () => socket.destroy());
  const reply = (message: ControlReply) => {
    if (socket.writable) socket.write(`${JSON.stringify(message)}\n`);
  };
  try {
    const request = await readRequest(socket);
    reply({ result: await answer(request, (line) => reply({ say: line })) });
  } catch (error) {
    reply({ error: controlErrorOf(error) });
  }
  socket.end();
}

async function readRequest(socket: Socket): Promise<ControlRequest> {
  let text = '';
  socket.setEncoding('utf8');
  for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
    text += String(chunk);
    if (text.length > longestRequest) throw unreadable();
    const end = text.indexOf('\n');
    if (end >= 0) return parse(text.slice(0, end));
  }
  throw unreadable();
}

function parse(line: string): ControlRequest {
  const value: unknown = JSON.parse(line);
  if (typeof value !== 'object' || value === null) throw unreadable();
  const { operation, args } = value as Partial<ControlRequest>;
  if (typeof operation !== 'string' || typeof args !== 'object' || args === null) throw unreadable();
  return { operation, args };
}

const unreadable = (): Fault =>
  new Fault('CONTROL_UNREADABLE', 'What was asked over the control socket could not be read.', {
    retryable: false,
  });
