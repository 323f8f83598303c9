import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What happens to what passes: `pass`; `lose`: requests arrive, replies are thrown away with the connection; `stall`: replies never come. */
export type Loss = 'pass' | 'lose' | 'stall';

/** A TCP proxy in front of a real server that loses replies on demand. */
export interface LossyProxy {
  readonly url: string;
  loss: Loss;
  stop(): Promise<void>;
}

/** Starts a proxy to a port on loopback. */
export async function startLossyProxy(targetPort: number): Promise<LossyProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((inner) => {
    const outer = connect(targetPort, '127.0.0.1');
    for (const socket of [inner, outer]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    }
    inner.pipe(outer);
    outer.on('data', (chunk) => {
      // The reply is there, so the request was carried out; only now is it lost.
      if (proxy.loss === 'pass') inner.write(chunk);
      else if (proxy.loss === 'lose') inner.destroy();
    });
    outer.on('end', () => {
      if (proxy.loss !== 'stall') inner.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxy: LossyProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    loss: 'pass',
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
  return proxy;
}
