import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage } from 'node:http';
import { Fault } from '../../domain/error/fault.ts';
import type { HttpProduct } from './http-product.ts';

/** Makes the store of a running product go away, for everybody or in the middle of one request. */
export interface StoreThatGoes {
  /** While true no call of the store succeeds. */
  gone: boolean;
}

/** The header of a request during which so many calls of the store succeed, and none after them. */
export const callsLeft = 'x-calls-left';

/** The header of a request during which this one call of the store fails, counted from 0. */
export const failingCall = 'x-failing-call';

const ports = ['aggregates', 'log', 'blobs', 'work', 'records', 'counters', 'leases'] as const;

/** Puts itself between a product and its store, for as long as the product lives. */
export function storeThatGoes({ product, server }: HttpProduct): StoreThatGoes {
  const switches: StoreThatGoes = { gone: false };
  const requests = new AsyncLocalStorage<{ made: number; readonly left: number; readonly failing: number }>();
  server.prependListener('request', (request: IncomingMessage) => {
    const left = Number(request.headers[callsLeft] ?? Number.POSITIVE_INFINITY);
    requests.enterWith({ made: 0, left, failing: Number(request.headers[failingCall] ?? -1) });
  });
  const counted = (): boolean => {
    const request = requests.getStore();
    if (request === undefined) return switches.gone;
    const number = request.made;
    request.made += 1;
    return switches.gone || number >= request.left || number === request.failing;
  };
  const { store } = product;
  for (const name of ports) interpose(store[name], counted);
  for (const name of ['flushed', 'ping'] as const) {
    const method = store[name].bind(store);
    Object.assign(store, { [name]: () => (counted() ? Promise.reject(away()) : method()) });
  }
  return switches;
}

const away = (): Fault => new Fault('STORE_FAILED', 'mongodb://secret@host is away');

/** Replaces every method by one that asks first. */
function interpose(port: object, isGone: () => boolean): void {
  const names = new Set<string>();
  for (let at: object = port; at !== Object.prototype; at = Object.getPrototypeOf(at) as object)
    for (const name of Object.getOwnPropertyNames(at)) names.add(name);
  for (const name of names) {
    const method: unknown = Reflect.get(port, name);
    if (typeof method !== 'function' || name === 'constructor') continue;
    const replacement = (...args: unknown[]): unknown =>
      isGone() ? Promise.reject(away()) : Reflect.apply(method, port, args);
    Object.defineProperty(port, name, { value: replacement, configurable: true, writable: true });
  }
}
