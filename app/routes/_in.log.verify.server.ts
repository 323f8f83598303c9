import type { LoaderFunctionArgs } from '@remix-run/node';
import { maybe, must, whoever } from '../lib/api.server.ts';
import { timesIn } from '../lib/times.server.ts';

interface Health {
  readonly log: {
    readonly end: number;
    readonly checkpoint: { readonly size: number; readonly at: number } | null;
  } | null;
}

/** How a file is checked offline, with the fingerprint of this installation; whoever was given an export may read it. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { zone, roles } = whoever(context);
  const [key, health] = await Promise.all([
    must<{ readonly fingerprint: string; readonly publicKey: string }>(context, 'getLogKey'),
    maybe<Health>(context, 'getInstallationHealth'),
  ]);
  const log = health?.log ?? null;
  const count = new Intl.NumberFormat('en-GB');
  return {
    fingerprint: key.fingerprint,
    readsLog: roles.includes('auditor') || roles.includes('admin'),
    reach:
      log?.checkpoint == null
        ? null
        : {
            events: count.format(log.end),
            signed: log.checkpoint.size === log.end ? 'all' : count.format(log.checkpoint.size),
            at: timesIn(zone).when(log.checkpoint.at),
          },
  };
}
