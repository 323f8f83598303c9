import { describe, expect, it } from 'vitest';
import { sealValue } from '../../../../domain/hash/seal-value.ts';
import { pureHasher } from '../../../../domain/ledger/hasher.ts';
import { openSeals, sealText } from '../../../../domain/ledger/seal.ts';
import { nodeHasher } from './sample-log.ts';

const salt = '000102030405060708090a0b0c0d0e0f';
const value = { b: [1, 'é'], a: null };
const seals = { reason: sealValue(salt, value), comment: sealValue(salt, 'yes') };
const whole = { reason: { salt, value }, comment: { salt, value: 'yes' } };

describe('opening seals', () => {
  it('gives the values that agree', () => {
    expect(openSeals({ seals }, whole)).toEqual({
      human: { reason: value, comment: 'yes' },
      erased: [],
      wrong: [],
    });
  });

  it('names what was erased', () => {
    expect(openSeals({ seals }, { comment: whole.comment })).toEqual({
      human: { comment: 'yes' },
      erased: ['reason'],
      wrong: [],
    });
  });

  it('names a changed value, a changed salt, a salt of another length and a value without a seal', () => {
    const wrong = (sealed: Parameters<typeof openSeals>[1]) => openSeals({ seals }, sealed).wrong;
    expect(wrong({ ...whole, comment: { salt, value: 'no' } })).toEqual(['comment']);
    expect(wrong({ ...whole, comment: { salt: salt.replace('0', '1'), value: 'yes' } })).toEqual(['comment']);
    expect(wrong({ ...whole, other: { salt, value: 1 } })).toEqual(['other']);
    // The same text under the seal, cut elsewhere: the salt "…0f1" and 2 read like the salt "…0f" and 12.
    const cut = { seals: { n: sealValue(salt, 12) } };
    expect(openSeals(cut, { n: { salt: `${salt}1`, value: 2 } }).wrong).toEqual(['n']);
  });

  it('finds nothing where nothing was sealed', () => {
    expect(openSeals({}, {})).toEqual({ human: {}, erased: [], wrong: [] });
  });

  it('seals the salt’s digits followed by the canonical value', () => {
    expect(sealText(salt, value)).toBe(`${salt}{"a":null,"b":[1,"é"]}`);
    expect(nodeHasher.hex(sealText(salt, value))).toBe(seals.reason);
  });
});

describe('the pure hasher', () => {
  it('agrees with node on text, bytes and text in pieces', () => {
    for (const data of ['', 'grün ✓', Buffer.from([0, 255])]) {
      expect(pureHasher.hex(data)).toBe(nodeHasher.hex(data));
      expect(Buffer.from(pureHasher.bytes(data)).toString('hex')).toBe(nodeHasher.hex(data));
    }
    const running = pureHasher.running();
    for (const piece of ['grü', '', 'n ✓']) running.add(piece);
    expect(running.hex()).toBe(nodeHasher.hex('grün ✓'));
  });
});
