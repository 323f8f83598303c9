import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import selfSigned from 'smtp-server/lib/tls-options.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AllowEntry, parseAllowEntry } from '../../../../server/config/allow-entry.ts';
import { createConnectionLimiter, limitedFetch } from '../../../../server/connectors/connection-limiter.ts';
import { createGuardedFetch, type GuardedFetchOptions } from '../../../../server/connectors/guarded-fetch.ts';
import { type HttpPeer, startHttpPeer } from '../../../support/http-peer.ts';

let peer: HttpPeer;
beforeAll(async () => {
  peer = await startHttpPeer();
});
afterAll(() => peer.stop());
beforeEach(() => {
  peer.requests.length = 0;
  peer.answer = (_, response) => response.end('{}');
});

function guarded(options: Partial<GuardedFetchOptions> & { list?: readonly string[] } = {}) {
  const { list = ['127.0.0.1'], ...rest } = options;
  const allow = list.map(parseAllowEntry).filter((entry): entry is AllowEntry => entry !== null);
  return createGuardedFetch({ allow, ...rest });
}

describe('a guarded call', () => {
  test('carries method, headers and body, and answers with status, headers and text', async () => {
    peer.answer = (_, response) => {
      response.writeHead(201, { 'X-Made': 'yes', 'Set-Cookie': ['a=1', 'b=2'] });
      response.end('{"id":1}');
    };
    const answer = await guarded()(`${peer.url}/tickets?a=1`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"ä":1}',
    });
    expect(answer).toMatchObject({ status: 201, text: '{"id":1}', truncated: false });
    expect(answer.headers).toMatchObject({ 'x-made': 'yes', 'set-cookie': 'a=1, b=2' });
    expect(peer.requests).toHaveLength(1);
    expect(peer.requests[0]).toMatchObject({
      method: 'POST',
      path: '/tickets?a=1',
      body: '{"ä":1}',
      headers: { 'content-length': '8', 'content-type': 'application/json', 'accept-encoding': 'identity' },
    });
  });

  test('reaches nobody on loopback unless an administrator listed it', async () => {
    await expect(guarded({ list: [] })(peer.url, { method: 'GET' })).rejects.toMatchObject({
      code: 'CALL_BLOCKED',
    });
    await expect(guarded({ list: ['127.0.0.1:1'] })(peer.url, { method: 'GET' })).rejects.toMatchObject({
      code: 'CALL_BLOCKED',
    });
    expect(peer.requests).toEqual([]);
  });

  test('goes to the address that was checked, although the name has been bound to another since', async () => {
    const asked: string[] = [];
    // First the peer, ever after an address that would be refused: a second look-up would show.
    const rebinding = async (host: string) => {
      asked.push(host);
      return asked.length === 1 ? ['127.0.0.1'] : ['10.0.0.1'];
    };
    const fetch = guarded({ resolve: rebinding });
    const url = `http://rebind.example:${peer.port}/`;
    expect((await fetch(url, { method: 'GET' })).status).toBe(200);
    expect(asked).toEqual(['rebind.example']);
    expect(peer.requests[0]?.headers.host).toBe(`rebind.example:${peer.port}`);
    await expect(fetch(url, { method: 'GET' })).rejects.toMatchObject({ code: 'CALL_BLOCKED' });
    expect(asked).toHaveLength(2);
    expect(peer.requests).toHaveLength(1);
  });

  test('refuses a name bound to loopback after it was public, and one that is both at once', async () => {
    let addresses = ['127.0.0.1'];
    const fetch = guarded({ list: [], resolve: async () => addresses });
    const url = `https://rebind.example:${peer.port}/`;
    await expect(fetch(url, { method: 'GET' })).rejects.toMatchObject({ code: 'CALL_BLOCKED' });
    addresses = ['93.184.215.14', '127.0.0.1'];
    await expect(fetch(url, { method: 'GET' })).rejects.toMatchObject({ code: 'CALL_BLOCKED' });
    addresses = ['::ffff:127.0.0.1'];
    await expect(fetch(url, { method: 'GET' })).rejects.toMatchObject({ code: 'CALL_BLOCKED' });
    expect(peer.requests).toEqual([]);
  });

  test('does not follow a redirect', async () => {
    peer.answer = (_, response) => {
      response.writeHead(307, { location: `${peer.url}/elsewhere` });
      response.end();
    };
    const answer = await guarded()(`${peer.url}/here`, { method: 'POST', body: 'x' });
    expect(answer.status).toBe(307);
    expect(peer.requests.map((each) => each.path)).toEqual(['/here']);
  });

  test.each([
    ['before the answer', () => undefined],
    [
      'within the answer',
      (_: unknown, response: import('node:http').ServerResponse) => {
        response.write('{"slow":');
      },
    ],
  ])('ends when the time is over %s', async (_, answer) => {
    peer.answer = answer;
    const begun = performance.now();
    await expect(guarded()(peer.url, { method: 'GET', timeoutMs: 150 })).rejects.toMatchObject({
      code: 'CALL_TIMEOUT',
      retryable: true,
    });
    expect(performance.now() - begun).toBeLessThan(1500);
  });

  test('ends when a resolver never answers', async () => {
    const fetch = guarded({ resolve: () => new Promise(() => undefined), maxTimeoutMs: 100 });
    await expect(fetch('https://slow.example/', { method: 'GET' })).rejects.toMatchObject({
      code: 'CALL_TIMEOUT',
    });
  });

  test('ends when it is stopped, before or while it runs', async () => {
    peer.answer = () => undefined;
    const controller = new AbortController();
    const call = guarded()(peer.url, { method: 'GET' }, controller.signal);
    setTimeout(() => controller.abort(), 50);
    await expect(call).rejects.toMatchObject({ code: 'CALL_STOPPED', retryable: true });
    await expect(guarded()(peer.url, { method: 'GET' }, controller.signal)).rejects.toMatchObject({
      code: 'CALL_STOPPED',
    });
  });

  test('reads no more than its limit and says so', async () => {
    let sent = 0;
    peer.answer = (_, response) => {
      const more = () => {
        while (sent < 50_000_000 && response.write('x'.repeat(65_536))) sent += 65_536;
      };
      response.on('drain', more);
      more();
    };
    const answer = await guarded({ maxResponseBytes: 1000 })(peer.url, { method: 'GET' });
    expect(answer).toMatchObject({ status: 200, truncated: true, text: 'x'.repeat(1000) });
    expect(sent).toBeLessThan(20_000_000);
  });

  test('sends no body beyond its limit', async () => {
    const fetch = guarded({ maxRequestBytes: 10 });
    await expect(fetch(peer.url, { method: 'POST', body: 'é'.repeat(6) })).rejects.toMatchObject({
      code: 'CALL_TOO_LARGE',
      retryable: false,
    });
    expect(peer.requests).toEqual([]);
  });

  test.each(['ftp://127.0.0.1/', 'file:///etc/passwd', 'http://user:pass@127.0.0.1/', 'nonsense', ''])(
    'refuses the address “%s”',
    async (url) => {
      await expect(guarded()(url, { method: 'GET' })).rejects.toMatchObject({
        code: 'CALL_MALFORMED',
        retryable: false,
      });
    },
  );

  test('refuses a header that would write another', async () => {
    const headers = { 'x-key': 'a\r\nHost: evil.example' };
    await expect(guarded()(peer.url, { method: 'GET', headers })).rejects.toMatchObject({
      code: 'CALL_MALFORMED',
      retryable: false,
    });
    expect(peer.requests).toEqual([]);
  });

  test('is tried again when nobody listens or the connection breaks', async () => {
    peer.answer = (_, response) => response.destroy();
    await expect(guarded()(peer.url, { method: 'GET' })).rejects.toMatchObject({
      code: 'CALL_FAILED',
      retryable: true,
    });
    const gone = await startHttpPeer();
    await gone.stop();
    await expect(guarded()(gone.url, { method: 'GET' })).rejects.toMatchObject({ code: 'CALL_FAILED' });
  });

  test('trusts no certificate that nobody vouches for', async () => {
    const server = createTlsServer(selfSigned(), (_, response) => response.end('{}'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await expect(guarded()(`https://127.0.0.1:${port}/`, { method: 'GET' })).rejects.toMatchObject({
      code: 'CALL_FAILED',
      message: expect.stringMatching(/CERT|SIGN/),
    });
    await new Promise((resolve) => server.close(resolve));
  });

  test('keeps to the limits of its connection', async () => {
    const limiter = createConnectionLimiter();
    let open = 0;
    let widest = 0;
    const starts: number[] = [];
    peer.answer = (_, response) => {
      open += 1;
      widest = Math.max(widest, open);
      starts.push(performance.now());
      setTimeout(() => {
        open -= 1;
        response.end('{}');
      }, 30);
    };
    const { signal } = new AbortController();
    const fetch = limitedFetch(
      guarded(),
      limiter,
      { id: 'crm', limits: { perSecond: 5, concurrency: 2 } },
      signal,
    );
    await Promise.all(Array.from({ length: 8 }, () => fetch(peer.url, { method: 'GET' })));
    expect(widest).toBe(2);
    expect((starts[5] ?? 0) - (starts[0] ?? 0)).toBeGreaterThan(900);
  });
});
