import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Fault } from '../domain/error/fault.ts';
import type { Config } from './config/config.ts';
import { serveControl } from './control/control-server.ts';
import { carryOut } from './control/operations.ts';
import { answerStarting } from './http/answer-starting.ts';
import { type OpenOptions, openProduct, type Product } from './open-product.ts';
import { operatorEndpoints } from './operator-endpoints.ts';

/** What answers HTTP requests of a product; `closing` is aborted when it stops, so that open streams end. */
export type WebApp = (product: Product, closing: AbortSignal) => Promise<RequestListener>;

/** How a server is started otherwise than the configuration says. */
export interface StartOptions extends OpenOptions {
  /** Answers HTTP in a process that serves people. */
  readonly web?: WebApp;
}

/** A server that listens. */
export interface RunningServer {
  readonly product: Product;
  /** Where it is reached on this machine, such as `http://localhost:3000`. */
  readonly address: string;
  /** Stops taking requests, lets those under way end within 10 s, closes the product. A second call awaits the first. */
  stop(): Promise<void>;
}

const stopMs = 10_000;

/**
 * Opens the product and serves it on PORT (0: any free one); a worker process answers operators only.
 * It listens before it opens, so that whoever comes early is told to come again, and the address is known.
 */
export async function startServer(config: Config, options: StartOptions = {}): Promise<RunningServer> {
  const answers: { listener: RequestListener } = { listener: answerStarting };
  const server = createServer((request, response) => answers.listener(request, response));
  await listen(server, config.port);
  const address = `http://localhost:${(server.address() as AddressInfo).port}`;
  const closing = new AbortController();
  let product: Product | undefined;
  try {
    product = await openProduct({ ...config, origin: originOf(config, address) }, options);
    answers.listener = await listenerOf(product, options.web, closing.signal);
    const stopControl = await controlOf(product);
    const parts = { server, product, closing, stopControl };
    let stopped: Promise<void> | undefined;
    return {
      product,
      address,
      stop: () => {
        stopped ??= stop(parts);
        return stopped;
      },
    };
  } catch (error) {
    server.close();
    server.closeAllConnections();
    await product?.close();
    throw error;
  }
}

/** The address people see; on any free port it is known only now, unless it was configured. */
function originOf({ port, origin }: Config, address: string): string {
  return port === 0 && origin === 'http://localhost:0' ? address : origin;
}

async function listenerOf(
  product: Product,
  web: WebApp | undefined,
  closing: AbortSignal,
): Promise<RequestListener> {
  if (web === undefined || product.config.process === 'worker') return operatorEndpoints(product);
  return web(product, closing);
}

/** Lets the command line in, where it cannot open the store itself. */
async function controlOf(product: Product): Promise<() => Promise<void>> {
  if (product.store.engine !== 'embedded') return async () => undefined;
  return serveControl(product.config.dataDir, (request, say) => carryOut(product, request, say));
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') reject(error);
      else reject(new Fault('PORT_TAKEN', `Port ${port} is in use already. Set PORT to another.`));
    });
    server.listen(port, resolve);
  });
}

interface Stopping {
  readonly server: Server;
  readonly product: Product;
  readonly closing: AbortController;
  readonly stopControl: () => Promise<void>;
}

async function stop({ server, product, closing, stopControl }: Stopping): Promise<void> {
  const began = Date.now();
  closing.abort();
  const drained = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), stopMs);
  await drained;
  clearTimeout(late);
  await Promise.race([stopControl(), new Promise((resolve) => setTimeout(resolve, stopMs).unref())]);
  await product.close(Math.max(1_000, stopMs - (Date.now() - began)));
}
