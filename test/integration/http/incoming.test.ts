import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SmallWeb, startSmallWeb } from '../../support/small-web.ts';
import { virtualClock } from '../../support/virtual-clock.ts';

const signingSecret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const values = '"item":"Desk","amount":{"amount":50,"currency":"EUR"}';
const submission = (given: string, more = ''): string =>
  `{"type":"submit","data":{"type":"purchase","values":{${given}}${more}}}`;

describe('signed messages, over HTTP', () => {
  let small: SmallWeb;
  beforeAll(async () => {
    // Time stands still, so that nothing happens but what is asked for.
    small = await startSmallWeb({ clock: virtualClock(Date.now()) });
    const made = await small.as('amy').post('/connections', {
      ...{ id: 'in', plugin: 'webhook', title: 'In', roles: ['requester'] },
      config: { accepts: ['submit'] },
      secrets: { signingSecret },
    });
    expect(made.status).toBe(201);
  });
  afterAll(async () => {
    await small.close();
  });

  const send = (id: string, body: string, more: { readonly at?: Date; readonly secret?: string } = {}) => {
    const { at = new Date(), secret = signingSecret } = more;
    return small.web.anonymous.raw('POST', '/connections/in/messages', body, {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': new Webhook(secret).sign(id, at, body),
    });
  };
  const cases = async (): Promise<number> =>
    (await small.as('amy').get('/cases?limit=200')).json.items.length;

  it('submit what they ask for without a token, once', async () => {
    const before = await cases();
    const first = await send('one', submission(values));
    expect([first.status, first.json.id]).toEqual([202, 'one']);
    const found = await small.as('amy').get(`/cases/${first.json.cases[0].id}`);
    expect(found.json).toMatchObject({ source: 'connection:in', requesterKind: 'service' });
    expect((await send('one', submission(values))).code).toBe('CONFLICT');
    expect(await cases()).toBe(before + 1);
  });

  it('are refused unsigned, signed by others, and outside the five minutes', async () => {
    const before = await cases();
    const other = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
    expect((await send('two', submission(values), { secret: other })).code).toBe('NOT_SIGNED_IN');
    for (const minutes of [-6, 6]) {
      const at = new Date(Date.now() + minutes * 60_000);
      expect((await send('two', submission(values), { at })).code).toBe('NOT_SIGNED_IN');
    }
    const bare = await small.web.anonymous.post('/connections/in/messages', {});
    expect(bare.code).toBe('NOT_SIGNED_IN');
    expect((await small.web.anonymous.post('/connections/none/messages', {})).code).toBe('NOT_FOUND');
    expect(await cases()).toBe(before);
  });

  it.each([
    ['half a character', submission(`${values},"note":"\\ud800"`)],
    ['half a character as key', submission(`${values},"\\udfff":1`)],
    ['a prototype', submission(`${values},"__proto__":{"admin":true}`)],
    ['a constructor', submission(`${values},"constructor":{"prototype":1}`)],
    ['a deep value', submission(`${values},"note":${'['.repeat(20_000)}${']'.repeat(20_000)}`)],
    ['a huge number', submission('"item":"Desk","amount":{"amount":1e400,"currency":"EUR"}')],
    ['a dollar key', submission(`${values},"$where":"1"`)],
    ['somebody there is not', submission(values, ',"onBehalfOf":"\\u0000 a:b"')],
    ['somebody with half a character', submission(values, ',"onBehalfOf":"\\ud800"')],
    ['a type with half a character', `{"type":"submit","data":{"type":"\\ud800","values":{}}}`],
    ['nothing', ''],
    ['no JSON', '{'],
    ['a list', '[]'],
    ['null', 'null'],
    ['no values', '{"type":"submit","data":{"type":"purchase"}}'],
    ['unknown keys', submission(values, ',"priority":1')],
  ])('are refused with %s, though signed, and store nothing', async (what, body) => {
    await small.web.settle();
    const before = [await cases(), await small.web.product.store.log.end()];
    const { status, text } = await send(`odd-${what}`.replaceAll(' ', '-'), body);
    expect([status >= 400 && status < 500, text]).toEqual([true, text]);
    await small.web.settle();
    expect([await cases(), await small.web.product.store.log.end()]).toEqual(before);
  });
});
