import { isIPv6 } from 'node:net';
import { fc, test as law } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { isPublicAddress } from '../../../../server/connectors/public-address.ts';

describe('a public address', () => {
  test.each([
    '8.8.8.8',
    '1.1.1.1',
    '172.15.255.255',
    '172.32.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '223.255.255.255',
    '2606:4700:4700::1111',
    '2a00:1450:4001:800::200e',
  ])('%s is one', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test.each([
    '0.0.0.0',
    '0.1.2.3',
    '10.0.0.1',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.8',
    '192.168.1.1',
    '192.0.2.1',
    '198.18.0.1',
    '198.51.100.7',
    '203.0.113.9',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '0:0:0:0:0:ffff:7f00:1',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b::8.8.8.8',
    '64:ff9b:1::1',
    '100::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '2001:db8::1',
    '2001::1',
    '2002:7f00:1::',
    '3fff::1',
    '5f00::1',
    '2606:4700::1%1',
    'localhost',
    '127.1',
    '0x7f.0.0.1',
    '',
  ])('%s is none', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  const byte = fc.nat({ max: 255 });
  law.prop([fc.tuple(byte, byte, byte, byte)])('is never an IPv4 address in IPv6 clothes', (bytes) => {
    const v4 = bytes.join('.');
    const [a = 0, b = 0, c = 0, d = 0] = bytes;
    const hex = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
    for (const clothed of [`::ffff:${v4}`, `::${v4}`, `64:ff9b::${v4}`, `2002:${hex}::1`, `::ffff:0:${v4}`]) {
      expect(isIPv6(clothed)).toBe(true);
      expect(isPublicAddress(clothed)).toBe(false);
    }
  });

  law.prop([fc.ipV4()])('is judged by the arithmetic of the registry', (address) => {
    const [a = 0, b = 0, c = 0] = address.split('.').map(Number);
    const special =
      [0, 10, 127].includes(a) ||
      a >= 224 ||
      (a === 100 && b >= 64 && b < 128) ||
      (a === 169 && b === 254) ||
      (a === 172 && b >= 16 && b < 32) ||
      (a === 192 && (b === 168 || (b === 0 && (c === 0 || c === 2)))) ||
      (a === 192 && b === 88 && c === 99) ||
      (a === 192 && [`31.196`, '52.193', '175.48'].includes(`${b}.${c}`)) ||
      (a === 198 && (b === 18 || b === 19 || (b === 51 && c === 100))) ||
      (a === 203 && b === 0 && c === 113);
    expect(isPublicAddress(address)).toBe(!special);
  });
});
