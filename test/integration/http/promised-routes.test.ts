import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Endpoint } from '../../../server/http/core/endpoint.ts';
import { endpoints } from '../../../server/http/routes/endpoints.ts';
import { type FullWeb, startFullWeb } from '../../support/full-web.ts';

const commands = [
  ...['transitions', 'decisions', 'retract', 'assignments', 'comments', 'answers', 'attachments'],
  ...['priority', 'escalate', 'reroute', 'withdraw', 'change-type'],
];
const directories = ['people', 'teams', 'pools', 'calendars', 'accounts', 'territories', 'delegations'];

/** The addresses the foundation promises, as it lists them. */
const promised = [
  'get /me',
  'get /request-types',
  'get /request-types/{slug}',
  'get /request-types/{slug}/versions',
  'get /request-types/{slug}/versions/{n}',
  'get /request-types/{slug}/draft',
  'put /request-types/{slug}/draft',
  'post /request-types/{slug}/draft/check',
  'post /request-types/{slug}/draft/test',
  'post /request-types/{slug}/publish',
  'post /request-types/{slug}/rollback',
  'post /request-types/{slug}/cases',
  'get /cases',
  'get /cases/{id}',
  ...commands.map((command) => `post /cases/{id}/${command}`),
  'get /cases/{id}/events',
  'get /cases/{id}/routing',
  'get /cases/{id}/routing/why-not/{personId}',
  'post /bulk',
  'get /log',
  'get /log/export',
  'get /log/access',
  'get /metrics/summary',
  ...directories.flatMap((plural) => [
    `get /${plural}`,
    `post /${plural}`,
    `get /${plural}/{id}`,
    `patch /${plural}/{id}`,
    `get /${plural}/{id}/history`,
  ]),
  'get /tokens',
  'post /tokens',
  'get /tokens/{id}',
  'delete /tokens/{id}',
  'get /connections',
  'post /connections',
  'get /connections/{id}',
  'patch /connections/{id}',
  'post /connections/{id}/check',
  'post /connections/{id}/messages',
  'get /deliveries',
  'get /deliveries/{id}',
  'post /deliveries/{id}/replay',
  'get /effects',
  'post /effects/{id}/redrive',
  'get /live',
].map((route) => route.replace(' ', ' /api/v1'));
const outside = ['get /healthz', 'get /readyz', 'get /metrics', 'get /api/docs', 'get /api/v1/openapi.json'];

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
}

describe('what the API promises', () => {
  let full: FullWeb;
  beforeAll(async () => {
    full = await startFullWeb();
  });
  afterAll(async () => {
    await full.close();
  });

  it('is all there, and described', async () => {
    const { paths } = (await full.web.anonymous.get('/openapi.json')).json;
    const described = Object.entries(paths as Record<string, object>).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method} ${path}`),
    );
    expect([...promised, ...outside].filter((route) => !described.includes(route))).toEqual([]);
  });

  it('needs what stands in an address, and nothing else beside the body', async () => {
    const { paths } = (await full.web.anonymous.get('/openapi.json')).json;
    const operations = Object.values(paths as Record<string, Record<string, Operation>>).flatMap((item) =>
      Object.values(item),
    );
    const parameters = operations.flatMap((operation) => operation.parameters ?? []);
    expect(parameters.length).toBeGreaterThan(100);
    for (const { name, in: place, required } of parameters)
      expect([name, place, required]).toEqual([name, place, place === 'path']);
  });

  const reading = endpoints.filter(
    ({ method, path }) => method === 'get' && !['/api/v1/live', '/api/v1/log/export'].includes(path),
  );
  it.each(reading.map((endpoint) => [endpoint.path, endpoint] as const))(
    'answers %s with what the description says, and nothing beside it',
    async (path, endpoint) => {
      // The file belongs to an answer that administrators are not shown.
      const who = path.includes('{attachment}') ? 'ria' : 'amy';
      const address = full.addressOf(path);
      const answer = await full.as(who).get(address.startsWith('/api/') ? address : `/${address}`);
      expect([answer.status, answer.code]).toEqual([200, undefined]);
      const schema = jsonOf(endpoint);
      if (schema === undefined) return;
      expect(schema.parse(answer.json)).toEqual(answer.json);
    },
  );

  it('takes up work that was set aside, and sends again what is asked for', async () => {
    const delivery = async () => (await full.as('amy').get(full.addressOf('/api/v1/deliveries/{id}'))).json;
    expect((await delivery()).status).toBe('refused');
    const redriven = await full.as('amy').post(full.addressOf('/api/v1/effects/{id}/redrive'));
    expect(redriven.status).toBe(200);
    await expect.poll(async () => (await delivery()).status, { timeout: 10_000 }).toBe('delivered');
    const { id, tries } = await delivery();
    const replayed = await full.as('amy').post(full.addressOf('/api/v1/deliveries/{id}/replay'));
    expect(replayed.status).toBe(200);
    await expect.poll(async () => (await delivery()).tries, { timeout: 10_000 }).toBe(tries + 1);
    expect(full.peer.requests.filter(({ headers }) => headers['webhook-id'] === id)).toHaveLength(3);
  });

  it('checks a connection', async () => {
    const checked = await full.as('amy').post('/connections/hook/check');
    expect(checked.json).toMatchObject({ ok: true });
  });
});

function jsonOf({ answers }: Endpoint): z.ZodType | undefined {
  return answers[200]?.content['application/json'] ?? undefined;
}
