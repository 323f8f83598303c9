import { inspect } from 'node:util';
import { fc, test as law } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { createSecretBox } from '../../../../server/connectors/secret-box.ts';

const secret = 'a secret of the installation, long enough';
const box = createSecretBox(secret);
const place = 'connection:crm:credential';

law.prop([fc.string({ unit: 'grapheme' }), fc.string()])(
  'opens what it sealed, where it sealed it',
  (plain, where) => {
    expect(box.open(box.seal(plain, where), where)).toBe(plain);
  },
);

test('seals the same text differently every time, in a versioned format that names the key', () => {
  const sealed = [box.seal('x', place), box.seal('x', place)];
  expect(sealed[0]).not.toBe(sealed[1]);
  expect(sealed[0]).toMatch(/^sb1\.[0-9a-f]{8}\.[\w-]{16}\.[\w-]+$/);
  expect(sealed[0]?.split('.')[1]).toBe(createSecretBox(secret).seal('y', '').split('.')[1]);
});

test('does not open what was moved to another place', () => {
  expect(() => box.open(box.seal('x', place), 'connection:other:credential')).toThrow(/changed or moved/);
});

law.prop([fc.nat(), fc.nat({ max: 7 })])('does not open a sealed text with one bit changed', (at, bit) => {
  const [version = '', id = '', nonce = '', body = ''] = box.seal('a credential', place).split('.');
  const bytes = Buffer.from(body, 'base64url');
  const index = at % bytes.length;
  bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
  expect(() => box.open([version, id, nonce, bytes.toString('base64url')].join('.'), place)).toThrow(
    /changed or moved/,
  );
});

test.each(['', 'plain', 'sb2.00000000.a.b', 'sb1', 'sb1.x.y.z.more'])('does not open “%s”', (sealed) => {
  expect(() => box.open(sealed, place)).toThrow(
    expect.objectContaining({ code: 'SECRET_UNREADABLE', retryable: false }),
  );
});

test('does not open a text whose tag was cut short', () => {
  const [version, id, nonce, body = ''] = box.seal('a credential', place).split('.');
  const short = Buffer.from(body, 'base64url').subarray(0, 15).toString('base64url');
  expect(() => box.open([version, id, nonce, short].join('.'), place)).toThrow(/damaged/);
});

test('opens what a former secret sealed and says that it should be sealed again', () => {
  const next = createSecretBox('another secret of the installation, newer', [secret]);
  const sealed = box.seal('x', place);
  expect(next.open(sealed, place)).toBe('x');
  expect(next.isFormer(sealed)).toBe(true);
  expect(next.isFormer(next.seal('x', place))).toBe(false);
  expect(() => box.open(next.seal('x', place), place)).toThrow(/another SIGNALBOX_SECRET/);
});

test('shows no key when it is printed', () => {
  expect(inspect(box, { depth: 9, showHidden: true })).not.toContain(secret);
  expect(JSON.stringify(box)).toBe('{}');
});
