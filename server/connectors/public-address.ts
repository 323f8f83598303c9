import { BlockList, isIP } from 'node:net';

// IANA special-purpose registries (RFC 6890 and its updates), multicast and reserved space.
const specialV4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.31.196.0/24', '192.52.193.0/24', '192.88.99.0/24'],
  ...['192.168.0.0/16', '192.175.48.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4'],
];
// Public IPv6 is 2000::/3 without these: IETF protocols (Teredo among them), documentation, 6to4, AS112, segment routing.
const specialV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20'];

const special4 = listOf(specialV4, 'ipv4');
const special6 = listOf(specialV6, 'ipv6');
const global6 = listOf(['2000::/3'], 'ipv6');

/** The family of an address as text, or null for what is no plain address (a zone such as `%eth0` included). */
export function familyOf(address: string): 'ipv4' | 'ipv6' | null {
  if (address.includes('%')) return null;
  const version = isIP(address);
  return version === 4 ? 'ipv4' : version === 6 ? 'ipv6' : null;
}

/**
 * Whether an address belongs to the public internet; loopback, private, link-local, shared, documentation, multicast,
 * IPv4-mapped, NAT64, 6to4, Teredo and everything unreadable do not.
 */
export function isPublicAddress(address: string): boolean {
  const family = familyOf(address);
  if (family === 'ipv4') return !special4.check(address, 'ipv4');
  return family === 'ipv6' && global6.check(address, 'ipv6') && !special6.check(address, 'ipv6');
}

function listOf(ranges: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', prefix = ''] = range.split('/');
    list.addSubnet(network, Number(prefix), family);
  }
  return list;
}
