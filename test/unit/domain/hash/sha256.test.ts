import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainHash } from '../../../../domain/hash/chain-hash.ts';
import { sealValue } from '../../../../domain/hash/seal-value.ts';
import { hashJson, hmacHex, sha256Hex } from '../../../../domain/hash/sha256.ts';

const nodeSha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

describe('SHA-256', () => {
  // FIPS 180-2, appendix B, and the hash of nothing.
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('of %j is the published one', (text, hash) => {
    expect(sha256Hex(text)).toBe(hash);
  });

  it('agrees with node on any text and any bytes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.uint8Array({ maxLength: 300 }),
        (text, bytes) => {
          expect(sha256Hex(text)).toBe(nodeSha256(text));
          expect(sha256Hex(bytes)).toBe(nodeSha256(bytes));
        },
      ),
    );
  });

  it('of JSON covers the canonical text', () => {
    expect(hashJson({ b: 1, a: 'é' })).toBe(nodeSha256('{"a":"é","b":1}'));
  });
});

describe('HMAC-SHA-256', () => {
  it('agrees with RFC 4231, case 2', () => {
    expect(hmacHex('Jefe', 'what do ya want for nothing?')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  it('agrees with node under any key', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.string({ unit: 'grapheme' }),
        (key, text) => {
          expect(hmacHex(key, text)).toBe(createHmac('sha256', key).update(text).digest('hex'));
        },
      ),
    );
  });
});

describe('the hashes of the log', () => {
  it('chain an event as JCS of {event, previous}', () => {
    expect(chainHash({ b: 1, a: 2 }, 'ff')).toBe(nodeSha256('{"event":{"a":2,"b":1},"previous":"ff"}'));
  });

  it('seal a value as salt followed by JCS of the value', () => {
    const salt = '000102030405060708090a0b0c0d0e0f';
    expect(sealValue(salt, { b: 1, a: 'é' })).toBe(nodeSha256(`${salt}{"a":"é","b":1}`));
  });
});
