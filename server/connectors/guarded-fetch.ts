import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Fault } from '../../domain/error/fault.ts';
import type { CallRequest, CallResponse } from '../../plugins/kit/context.ts';
import type { AllowEntry } from '../config/allow-entry.ts';
import { compileAllowList } from './allow-list.ts';
import { startDeadline } from './deadline.ts';
import { type CheckedAddress, type Resolve, resolveTarget, systemResolve } from './resolve-target.ts';

/** Limits of outgoing calls. */
export interface GuardedFetchOptions {
  /** Places that may be called although they are not public, or by plain http. */
  readonly allow: readonly AllowEntry[];
  readonly resolve?: Resolve;
  /** From the look-up of the name to the last byte; default and upper limit 30 s. */
  readonly maxTimeoutMs?: number;
  /** Default 1 MiB; what lies beyond is cut off. */
  readonly maxResponseBytes?: number;
  /** Default 1 MiB; a longer one is refused. */
  readonly maxRequestBytes?: number;
}

/** A `GuardedFetch` that the caller can also stop. */
export type StoppableFetch = (
  url: string,
  request: CallRequest,
  signal?: AbortSignal,
) => Promise<CallResponse>;

const mebibyte = 1_048_576;

/**
 * Makes the only way out for plugins: the name is resolved once, every address must be public or listed, the socket is
 * pinned to what was checked, redirects are not followed, time and size are limited, and no connection is kept for later.
 */
export function createGuardedFetch(options: GuardedFetchOptions): StoppableFetch {
  const allow = compileAllowList(options.allow);
  const resolve = options.resolve ?? systemResolve;
  const maxTimeoutMs = options.maxTimeoutMs ?? 30_000;
  const maxResponseBytes = options.maxResponseBytes ?? mebibyte;
  const maxRequestBytes = options.maxRequestBytes ?? mebibyte;
  return async (address, request, signal) => {
    const url = readUrl(address);
    if (request.body !== undefined && Buffer.byteLength(request.body) > maxRequestBytes) {
      throw new Fault('CALL_TOO_LARGE', `The body is longer than ${maxRequestBytes} bytes.`, {
        retryable: false,
      });
    }
    const deadline = startDeadline(Math.min(request.timeoutMs ?? maxTimeoutMs, maxTimeoutMs), signal);
    try {
      const addresses = await deadline.race(resolveTarget(url, resolve, allow));
      const incoming = await deadline.race(open(url, request, addresses, deadline.signal));
      return await deadline.race(collect(incoming, maxResponseBytes));
    } catch (error) {
      throw asFault(deadline.explain(error), url);
    } finally {
      deadline.clear();
    }
  };
}

function readUrl(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    const message = 'The address is not an http or https address without credentials.';
    throw new Fault('CALL_MALFORMED', message, { retryable: false });
  }
  return url;
}

function open(
  url: URL,
  request: CallRequest,
  addresses: readonly CheckedAddress[],
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const outgoing = send(
      url,
      {
        method: request.method,
        headers: { 'user-agent': 'signalbox', ...request.headers, 'accept-encoding': 'identity' },
        // A pooled socket would have been opened to an address that another check allowed.
        agent: false,
        lookup: pinnedTo(addresses),
        signal,
      },
      resolve,
    );
    outgoing.on('error', reject);
    outgoing.end(request.body);
  });
}

/** Answers every look-up of the socket with the addresses that were checked: the name is never asked for again. */
function pinnedTo(addresses: readonly CheckedAddress[]): LookupFunction {
  return (_host, options, done) => {
    const [first] = addresses;
    if (options.all) done(null, [...addresses]);
    else if (first) done(null, first.address, first.family);
    else done(new Error('no address'), '');
  };
}

async function collect(incoming: IncomingMessage, maxBytes: number): Promise<CallResponse> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    // Leaving the loop destroys the stream, and with it the socket.
    if (length > maxBytes) break;
  }
  const bytes = Buffer.concat(chunks).subarray(0, maxBytes);
  const headers = Object.entries(incoming.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value] as const],
  );
  return {
    status: incoming.statusCode ?? 0,
    headers: Object.fromEntries(headers),
    text: bytes.toString('utf8'),
    truncated: length > maxBytes,
  };
}

function asFault(error: unknown, url: URL): Fault {
  if (error instanceof Fault) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // Node refuses such headers before anything is sent; trying again would not help.
  if (code.startsWith('ERR_INVALID') || code === 'ERR_HTTP_INVALID_HEADER_VALUE') {
    return new Fault('CALL_MALFORMED', 'A header holds what no header can hold.', {
      retryable: false,
      cause: error,
    });
  }
  const words = code === '' ? 'the connection broke' : code;
  return new Fault('CALL_FAILED', `${url.host} did not answer: ${words}.`, { cause: error });
}
