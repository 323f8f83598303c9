import { createAddressLimits } from '../identity/address-limits.ts';
import { createFirstRunLink } from '../identity/links.ts';
import type { RunningServer } from '../main.ts';
import type { VerbCall } from './verb.ts';

/** Says where a server is, lets the first administrator in, and resolves once SIGTERM or SIGINT came and it has stopped in order. */
export async function serve(
  server: RunningServer,
  { io, json }: Pick<VerbCall, 'io' | 'json'>,
): Promise<void> {
  const stopped = untilAsked().then(() => server.stop());
  const link = await firstRunLink(server);
  if (json) io.out(`${JSON.stringify({ address: server.address, firstRunLink: link })}\n`);
  else {
    io.out(`Signalbox runs at ${server.address}\n`);
    if (link !== null) io.out(`Nobody administers it yet. Open this once, within 24 h: ${link}\n`);
  }
  await stopped;
}

/** Null where there is an administrator, and in a process that serves nobody. */
async function firstRunLink({ product }: RunningServer): Promise<string | null> {
  const { config, services } = product;
  if (config.process === 'worker') return null;
  const secret = await createFirstRunLink({ ...services.deps, limits: createAddressLimits() });
  return secret === null ? null : `${config.origin}/welcome/${secret}`;
}

/** A second signal ends the process at once. */
function untilAsked(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    const stop = () => {
      if (asked) process.exit(1);
      asked = true;
      resolve();
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  });
}
