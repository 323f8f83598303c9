import { BlockList } from 'node:net';
import type { AllowEntry } from '../config/allow-entry.ts';
import { familyOf } from './public-address.ts';

/** Which places an administrator listed. */
export interface AllowList {
  /** Whether the name itself is listed: then whatever it resolves to is meant. */
  allowsHost(host: string, port: number): boolean;
  allowsAddress(address: string, port: number): boolean;
}

/** Compiles the administrator's entries for look-up. */
export function compileAllowList(entries: readonly AllowEntry[]): AllowList {
  const ranges = entries.flatMap((entry) => {
    if (entry.kind === 'host') return [];
    const list = new BlockList();
    list.addSubnet(entry.address, entry.prefix, entry.family);
    return [{ list, family: entry.family, port: entry.port }];
  });
  return {
    allowsHost: (host, port) =>
      entries.some((entry) => entry.kind === 'host' && entry.host === host && matches(entry.port, port)),
    allowsAddress: (address, port) => {
      const family = familyOf(address);
      // The family must be equal: an IPv4 range does not stand for its mapped form, which no honest name resolves to.
      return ranges.some(
        (range) => range.family === family && matches(range.port, port) && range.list.check(address, family),
      );
    },
  };
}

function matches(listed: number | null, port: number): boolean {
  return listed === null || listed === port;
}
