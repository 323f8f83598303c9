import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '../../../server/http/routes/endpoints.ts';
import type { ApiAnswer } from '../../support/api-client.ts';
import { type FullWeb, startFullWeb } from '../../support/full-web.ts';
import {
  bodiesIn,
  type Described,
  extreme,
  hopeless,
  instantsIn,
  mistyped,
  notText,
  withControls,
} from '../../support/malformed-bodies.ts';
import { virtualClock } from '../../support/virtual-clock.ts';

const json = { 'content-type': 'application/json' };
const oddIds = [
  '%00',
  '%ED%A0%80',
  '%E0%A4%A',
  '..%2f..%2fetc%2fpasswd',
  '%2e%2e',
  '%F0%9F%98%80',
  '%22%3E%3Cscript%3E',
  '*',
  '$where',
  'no-such-thing',
  '__proto__',
  'constructor',
  'toString',
  '9'.repeat(40),
  'x'.repeat(5_000),
];

describe('input that cannot be used', () => {
  let full: FullWeb;
  let document: Described;
  beforeAll(async () => {
    // Time stands still, so that nothing happens but what is asked for.
    full = await startFullWeb({ clock: virtualClock(Date.now()) });
    document = (await full.web.anonymous.get('/openapi.json')).json;
    await full.web.settle();
  });
  afterAll(async () => {
    await full.close();
  });

  /** Every document there is with its version, and how long the log is. */
  async function everything(): Promise<unknown> {
    await full.web.settle();
    const { aggregates, log } = full.web.product.store;
    const streams = new Set<string>();
    for (let after = 0; ; ) {
      const rows = await log.read(after, 200);
      for (const { event } of rows) streams.add(event.stream);
      after = rows.at(-1)?.position ?? after;
      if (rows.length < 200) break;
    }
    const documents = await Promise.all(
      [...streams].sort().map(async (stream) => [stream, (await aggregates.load(stream))?._v]),
    );
    return { documents, end: await log.end() };
  }

  /** Sends all of it, a few at a time; answers what was not refused in the way `fits` wants. */
  async function sendAll(
    wishes: readonly { readonly name: string; readonly send: () => Promise<ApiAnswer> }[],
    fits: (answer: ApiAnswer) => boolean,
  ): Promise<unknown[]> {
    const wrong: unknown[] = [];
    for (let i = 0; i < wishes.length; i += 16)
      await Promise.all(
        wishes.slice(i, i + 16).map(async ({ name, send }) => {
          const answer = await send();
          if (!fits(answer)) wrong.push([name, answer.status, answer.text.slice(0, 300)]);
        }),
      );
    return wrong;
  }
  const refused = ({ status }: ApiAnswer): boolean => status >= 400 && status < 500;
  const send = (method: string, path: string, body: string | Uint8Array | undefined, headers = {}) =>
    full.as('amy').raw(method.toUpperCase(), full.addressOf(path), body, headers);
  const limitOf = (method: string, path: string): number => {
    const body = endpoints.find((one) => one.method === method && one.path === path)?.body;
    return body?.limit ?? 0;
  };

  it('is refused on every route that takes a body, and changes nothing', async () => {
    const before = await everything();
    const operations = bodiesIn(document);
    expect(operations.length).toBeGreaterThan(45);
    const wishes = operations.flatMap(({ method, path }) => [
      ...hopeless.map(([name, text, type]) => ({
        name: `${method} ${path}: ${name}`,
        send: () => send(method, path, text, { 'content-type': type }),
      })),
      {
        name: `${method} ${path}: not UTF-8`,
        send: () => send(method, path, notText, json),
      },
      {
        name: `${method} ${path}: too large`,
        send: () => send(method, path, `{"a":"${'x'.repeat(limitOf(method, path))}"}`, json),
      },
      {
        name: `${method} ${path}: compressed`,
        send: () => send(method, path, '{}', { ...json, 'content-encoding': 'gzip' }),
      },
      {
        name: `${method} ${path}: a bad key`,
        send: () => send(method, path, '{}', { ...json, 'idempotency-key': 'x'.repeat(201) }),
      },
    ]);
    expect(await sendAll(wishes, refused)).toEqual([]);
    expect(await everything()).toEqual(before);
  });

  it('is refused when any one field is of the wrong kind, and changes nothing', async () => {
    const before = await everything();
    const wishes = bodiesIn(document).flatMap(({ method, path, schema }) =>
      mistyped(schema, document).map(({ name, body }) => ({
        name: `${method} ${path}: ${name}`,
        send: () => send(method, path, JSON.stringify(body), json),
      })),
    );
    expect(wishes.length).toBeGreaterThan(400);
    expect(await sendAll(wishes, ({ status }) => [400, 403, 404, 409, 422].includes(status))).toEqual([]);
    expect(await everything()).toEqual(before);
  });

  it('is refused in the ids of every address, and changes nothing', async () => {
    const before = await everything();
    const wishes = endpoints
      .filter(({ path }) => path.includes('{'))
      .flatMap(({ method, path, body }) =>
        oddIds.map((id) => ({
          name: `${method} ${path}: ${id.slice(0, 30)}`,
          send: () => {
            const address = path.replaceAll(/\{\w+\}/g, () => id);
            const given = body === undefined ? undefined : '{}';
            return full.as('amy').raw(method.toUpperCase(), address, given, given === undefined ? {} : json);
          },
        })),
      );
    expect(await sendAll(wishes, refused)).toEqual([]);
    expect(await everything()).toEqual(before);
  });

  it('is refused in every query', async () => {
    const before = await everything();
    const asked = endpoints.filter(({ query, path }) => query !== undefined && path !== '/api/v1/live');
    const wrong = ['noSuch=1', 'limit=0', 'limit=201', 'limit=1&limit=2', 'limit=NaN', 'limit=1e400'];
    const wishes = asked.flatMap(({ path, query }) => {
      const names = Object.keys(query?.shape ?? {});
      const paged = names.includes('limit') ? wrong : wrong.slice(0, 1);
      const twice = names.map((name) => `${name}=a&${name}=b`);
      return [...paged, ...twice, `${names[0]}[$gt]=1`].map((text) => ({
        name: `${path}?${text}`,
        send: () => send('get', `${path}?${text}`, undefined),
      }));
    });
    expect(await sendAll(wishes, refused)).toEqual([]);
    const odd = asked.flatMap(({ path, query }) =>
      Object.keys(query?.shape ?? {}).flatMap((name) =>
        ['%00', '', '%F0%9F%98%80', '../..', 'constructor', 'x'.repeat(4_500), '%7B%22a%22:1%7D', '-1'].map(
          (value) => ({
            name: `${path}?${name}=${value.slice(0, 20)}`,
            send: () => send('get', `${path}?${name}=${value}`, undefined),
          }),
        ),
      ),
    );
    expect(await sendAll(odd, ({ status }) => status < 500)).toEqual([]);
    // Exports are noted as such, in the access log and nowhere else.
    expect(await everything()).toEqual(before);
  });

  it('is refused in headers and signed messages', async () => {
    const before = await everything();
    const guarded = endpoints.filter((endpoint) => endpoint.guarded !== undefined);
    const matches = guarded.flatMap(({ method, path }) =>
      ['5', 'W/"5"', '"x"', '"1","2"', '"99999999999999999"'].map((match) => ({
        name: `${method} ${path}: ${match}`,
        send: () => send(method, path, '{}', { ...json, 'if-match': match }),
      })),
    );
    expect(await sendAll(matches, refused)).toEqual([]);
    const messages = hopeless.map(([name, text, type]) => ({
      name: `message: ${name}`,
      send: () => send('post', '/api/v1/connections/{id}/messages', text, { 'content-type': type }),
    }));
    expect(await sendAll(messages, refused)).toEqual([]);
    const parts = [
      '',
      '--x',
      '--x\r\n\r\n',
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--',
    ];
    const uploads = parts.map((text) => ({
      name: `upload: ${text}`,
      send: () =>
        send('post', '/api/v1/attachments', text, { 'content-type': 'multipart/form-data; boundary=x' }),
    }));
    expect(await sendAll(uploads, refused)).toEqual([]);
    expect(await everything()).toEqual(before);
  });

  it('is refused where words hold control characters, in every body', async () => {
    const before = await everything();
    const words = ['reason', 'comment', 'text', 'question', 'answer', 'title', 'name'];
    const wishes = bodiesIn(document).flatMap(({ method, path, schema }) =>
      withControls(schema, document, words).map((body) => ({
        name: `${method} ${path}: ${JSON.stringify(body).slice(0, 200)}`,
        send: () => send(method, path, JSON.stringify(body), json),
      })),
    );
    expect(wishes.length).toBeGreaterThan(40);
    const isNamed = ({ json: answer }: ApiAnswer): boolean => answer.code === 'VALIDATION_FAILED';
    expect(await sendAll(wishes, isNamed)).toEqual([]);
    expect(await everything()).toEqual(before);
  });

  it('is refused where an instant is asked for and an empty text is given', async () => {
    const asked = instantsIn(document);
    expect(asked.length).toBeGreaterThan(2);
    const wishes = asked.flatMap(({ path, name }) =>
      ['', '%20', '%09'].map((text) => ({
        name: `${path}?${name}=${text}`,
        send: () => send('get', `${path}?${name}=${text}`, undefined),
      })),
    );
    const isNamed = ({ json: answer, text }: ApiAnswer): boolean =>
      answer.code === 'VALIDATION_FAILED' && text.includes('epoch milliseconds');
    expect(await sendAll(wishes, isNamed)).toEqual([]);
    expect((await full.as('amy').get('/work?dueBefore=0')).status).toBe(200);
  });

  it('never is a mistake of ours, however odd the values', async () => {
    const wishes = bodiesIn(document).flatMap(({ method, path, schema }) =>
      extreme(schema, document).map((body, i) => ({
        name: `${method} ${path}: ${i}: ${JSON.stringify(body).slice(0, 200)}`,
        send: () => send(method, path, JSON.stringify(body), json),
      })),
    );
    expect(wishes.length).toBeGreaterThan(500);
    expect(await sendAll(wishes, ({ status }) => status < 500)).toEqual([]);
    expect((await full.as('amy').get(`/cases/${full.caseId}`)).status).toBe(200);
  });
});
