import { isIP } from 'node:net';

/** One place that plugins may call although it is not public: a host name, or a range of addresses; null port: every port. */
export type AllowEntry =
  | { readonly kind: 'host'; readonly host: string; readonly port: number | null }
  | {
      readonly kind: 'range';
      readonly address: string;
      readonly prefix: number;
      readonly family: 'ipv4' | 'ipv6';
      readonly port: number | null;
    };

/** Reads `crm.internal`, `crm.internal:8443`, `10.1.0.0/16`, `127.0.0.1:3000`, `[::1]:3000` or `fd00::/8`; null when it is none of them. */
export function parseAllowEntry(text: string): AllowEntry | null {
  const { rest, port } = withoutPort(text.trim());
  if (port !== null && !(port >= 1 && port <= 65_535)) return null;
  const slash = rest.indexOf('/');
  const address = slash === -1 ? rest : rest.slice(0, slash);
  const version = isIP(address);
  if (version !== 0 && !address.includes('%')) {
    const bits = version === 4 ? 32 : 128;
    const prefix = slash === -1 ? bits : prefixOf(rest.slice(slash + 1), bits);
    if (prefix === null) return null;
    return { kind: 'range', address, prefix, family: version === 4 ? 'ipv4' : 'ipv6', port };
  }
  const host = hostName(rest);
  return host === null ? null : { kind: 'host', host, port };
}

function withoutPort(text: string): { readonly rest: string; readonly port: number | null } {
  const bracketed = /^\[([^\]]+)\](?::(\d{1,5}))?$/.exec(text);
  if (bracketed) return { rest: bracketed[1] ?? '', port: bracketed[2] ? Number(bracketed[2]) : null };
  // Several colons: an IPv6 address without brackets, which has no port.
  const named = /^([^:]+):(\d{1,5})$/.exec(text);
  return named ? { rest: named[1] ?? '', port: Number(named[2]) } : { rest: text, port: null };
}

function prefixOf(text: string, bits: number): number | null {
  const prefix = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  return prefix >= 0 && prefix <= bits ? prefix : null;
}

/** The name as addresses are compared: lower case, punycode, no dot at the end. */
function hostName(text: string): string | null {
  if (!/^[\p{L}\p{N}]([\p{L}\p{N}._-]*[\p{L}\p{N}.])?$/u.test(text) || !URL.canParse(`http://${text}`))
    return null;
  const host = new URL(`http://${text}`).hostname.replace(/\.$/, '');
  // `127.1` and the like become addresses on the way: what was written is not what would be meant.
  return isIP(host) === 0 && host !== '' ? host : null;
}
