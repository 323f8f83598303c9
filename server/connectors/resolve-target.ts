import { lookup } from 'node:dns/promises';
import { Fault } from '../../domain/error/fault.ts';
import type { AllowList } from './allow-list.ts';
import { familyOf, isPublicAddress } from './public-address.ts';

/** Asks the system for every address of a name. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** The system's own resolver, hosts file included. */
export const systemResolve: Resolve = async (host) =>
  (await lookup(host, { all: true, verbatim: true })).map((found) => found.address);

/** An address a call may be made to, checked. */
export interface CheckedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/**
 * Resolves a URL's host once and answers with its addresses, each of them public or listed.
 * @throws Fault `CALL_BLOCKED` (not retryable) when one of them is neither, or for plain http to a place not listed;
 * `CALL_FAILED` when the name cannot be resolved.
 */
export async function resolveTarget(
  url: URL,
  resolve: Resolve,
  allow: AllowList,
): Promise<readonly CheckedAddress[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  const addresses = familyOf(host) === null ? await addressesOf(host, resolve) : [host];
  const listed = (address: string) => allow.allowsHost(host, port) || allow.allowsAddress(address, port);
  for (const address of addresses) {
    if (!listed(address) && !isPublicAddress(address)) {
      const where = address === host ? host : `${host} (${address})`;
      throw blocked(`${where} is not a public address. If it is meant, list it in SIGNALBOX_ALLOW_HOSTS.`);
    }
  }
  if (url.protocol === 'http:' && !addresses.every(listed)) {
    throw blocked(`${host} is called without encryption. Use https, or list it in SIGNALBOX_ALLOW_HOSTS.`);
  }
  return addresses.map((address) => ({ address, family: familyOf(address) === 'ipv6' ? 6 : 4 }));
}

async function addressesOf(host: string, resolve: Resolve): Promise<readonly string[]> {
  let addresses: readonly string[];
  try {
    addresses = await resolve(host);
  } catch (cause) {
    throw new Fault('CALL_FAILED', `The name ${host} cannot be resolved.`, { cause });
  }
  if (addresses.length === 0) throw new Fault('CALL_FAILED', `The name ${host} has no address.`);
  return addresses;
}

function blocked(message: string): Fault {
  return new Fault('CALL_BLOCKED', message, { retryable: false });
}
