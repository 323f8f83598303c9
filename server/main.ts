import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config } from './config/config.ts';
import { serveControl } from './control/control-server.ts';
import { carryOut } from './control/operations.ts';
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

/** Opens the product and serves it on PORT (0: any free one); a worker process answers operators only. */
export async function startServer(config: Config, options: StartOptions = {}): Promise<RunningServer> {
  const closing = new AbortController();
  const product = await openProduct(config, options);
  try {
    const listener = await listenerOf(config, product, { web: options.web, closing: closing.signal });
    const server = createServer(listener);
    await listen(server, config.port);
    const stopControl =
      product.store.engine === 'embedded'
        ? await serveControl(config.dataDir, (request, say) => carryOut(product, request, say))
        : async () => undefined;
    const { port } = server.address() as AddressInfo;
    let stopped: Promise<void> | undefined;
    return {
      product,
      address: `http://localhost:${port}`,
      stop: () => {
        stopped ??= stop({ server, product, closing, stopControl });
        return stopped;
      },
    };
  } catch (error) {
    await product.close();
    throw error;
  }
}

async function listenerOf(
  config: Config,
  product: Product,
  { web, closing }: { readonly web: WebApp | undefined; readonly closing: AbortSignal },
): Promise<RequestListener> {
  if (web === undefined || config.process === 'worker') return operatorEndpoints(product);
  return web(product, closing);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      server.removeListener('error', reject);
      resolve();
    });
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
