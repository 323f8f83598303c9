import { fc, test as law } from '@fast-check/vitest';
import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import { refusalOfSignature, signatureHeader } from '../../../../plugins/webhook/signature.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const other = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
// The worked example of the Standard Webhooks libraries.
const example = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  atMs: 1_614_265_330_000,
  body: '{"test": 2432232314}',
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};

function refusal(given: Partial<{ timestamp: string; signature: string; body: string }>, now = example.atMs) {
  const message = {
    id: example.id,
    timestamp: String(example.atMs / 1000),
    signature: example.signature,
    body: example.body,
    ...given,
  };
  return refusalOfSignature([secret], message, now);
}

describe('a signature', () => {
  test('is the one of the published example', () => {
    expect(signatureHeader([secret], example)).toBe(example.signature);
    expect(refusal({})).toBeNull();
  });

  test('is accepted by the reference library, under either secret while they rotate', () => {
    const atMs = Date.now();
    const header = signatureHeader([secret, other], { ...example, atMs });
    expect(header.split(' ')).toHaveLength(2);
    for (const key of [secret, other]) {
      const headers = {
        'webhook-id': example.id,
        'webhook-timestamp': String(Math.floor(atMs / 1000)),
        'webhook-signature': header,
      };
      expect(new Webhook(key).verify(example.body, headers)).toEqual({ test: 2_432_232_314 });
    }
  });

  test('is found among several, of versions it does not know too', () => {
    expect(refusal({ signature: `v1a,xyz v2,abc ${example.signature}` })).toBeNull();
    expect(refusal({ signature: example.signature.replace('v1,', 'v2,') })).not.toBeNull();
    expect(refusal({ signature: '' })).not.toBeNull();
  });

  test.each([
    [-300_000, true],
    [300_999, true],
    [-301_000, false],
    [301_000, false],
  ])('made %i ms before our clock is in time: %s', (ms, inTime) => {
    expect(refusal({}, example.atMs + ms) === null).toBe(inTime);
  });

  test.each(['', 'now', '1e9', '-5', '1614265330.5', ' 1614265330'])(
    'refuses the timestamp “%s”',
    (timestamp) => {
      expect(refusal({ timestamp })).not.toBeNull();
    },
  );

  law.prop([fc.nat({ max: example.body.length - 1 }), fc.nat({ max: 6 })])(
    'refuses a body with one bit changed',
    (index, bit) => {
      const code = example.body.charCodeAt(index) ^ (1 << bit);
      const body = example.body.slice(0, index) + String.fromCharCode(code) + example.body.slice(index + 1);
      expect(refusal({ body })).toBe('No signature matches.');
    },
  );
});
