import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { type RefusalCode, refusalCodes } from '../../domain/error/codes.ts';
import { DomainError } from '../../domain/error/domain-error.ts';
import { Fault } from '../../domain/error/fault.ts';
import type { Json } from '../../domain/hash/canonical-json.ts';
import type { ControlError, ControlReply, ControlRequest } from './messages.ts';
import { controlSocket } from './socket-path.ts';

/**
 * Asks the product that runs on a data directory; undefined when none does.
 * @throws DomainError or Fault as the running product did.
 */
export async function askControl(
  dataDir: string,
  request: ControlRequest,
  say: (line: string) => void,
): Promise<{ readonly result: Json } | undefined> {
  const socket = await reach(dataDir);
  if (socket === undefined) return undefined;
  socket.end(`${JSON.stringify(request)}\n`);
  for await (const line of createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY })) {
    const reply = JSON.parse(line) as ControlReply;
    if ('say' in reply) say(reply.say);
    else if ('error' in reply) throw errorOf(reply.error);
    else return reply;
  }
  throw new Fault('CONTROL_CUT', 'The running product ended before it had answered.');
}

/** Undefined when nobody listens: no directory, no socket, or one its process left behind. */
function reach(dataDir: string): Promise<Socket | undefined> {
  return new Promise((resolve, reject) => {
    let way: ReturnType<typeof controlSocket>;
    try {
      way = controlSocket(dataDir);
    } catch {
      resolve(undefined);
      return;
    }
    const socket = connect({ path: way.path, allowHalfOpen: true });
    socket.once('connect', () => {
      way.release();
      socket.removeListener('error', onError);
      socket.on('error', () => socket.destroy());
      resolve(socket);
    });
    const onError = (error: NodeJS.ErrnoException) => {
      way.release();
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED' || error.code === 'ENOTDIR')
        resolve(undefined);
      else reject(new Fault('CONTROL_AWAY', `The running product cannot be asked: ${error.message}`));
    };
    socket.once('error', onError);
  });
}

function errorOf({ code, message, details }: ControlError): Error {
  if (Object.hasOwn(refusalCodes, code)) return new DomainError(code as RefusalCode, message, { details });
  return new Fault(code, message, { retryable: false });
}
