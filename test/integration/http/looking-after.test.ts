import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiClient } from '../../support/api-client.ts';
import { type FullWeb, startFullWeb } from '../../support/full-web.ts';

describe('what those who look after an installation ask, over HTTP', () => {
  let full: FullWeb;
  beforeAll(async () => {
    full = await startFullWeb({}, { iban: 'FR76 1234' });
  });
  afterAll(() => full.close());

  it('tells how the installation is doing, and nothing where it lies or by what secret', async () => {
    const { status, json, text } = await full.as('amy').get('/health');
    expect(status).toBe(200);
    expect(json).toMatchObject({
      ...{
        engine: 'embedded',
        queue: 'in-process',
        process: 'all',
        problems: [],
        queueProblem: null,
        mailFrom: null,
      },
      skewMs: 0,
      quarantined: 1,
      due: { count: expect.any(Number) },
      disk: { free: expect.any(Number), total: expect.any(Number) },
    });
    expect(json.version).toMatch(/^\d+\.\d+\.\d+/);
    expect(json.log.end).toBeGreaterThan(0);
    expect(text).not.toContain(full.web.product.config.dataDir);
  });

  it.each(['/health', '/roles', '/plugins'])('does not tell requesters of %s', async (path) => {
    for (const who of ['ria', 'bo', 'fay']) expect((await full.as(who).get(path)).code).toBe('NOT_FOUND');
    for (const who of ['amy', 'ada', 'dan']) expect((await full.as(who).get(path)).status).toBe(200);
    expect((await full.web.anonymous.get(path)).status).toBe(401);
  });

  it('tells what each role may do and who has it', async () => {
    const { json } = await full.as('ada').get('/roles');
    const role = (id: string) => json.items.find((one: { id: string }) => one.id === id);
    expect(role('admin').people).toEqual([{ id: 'amy', name: 'amy', kind: 'person' }]);
    expect(role('requester').people).toContainEqual({ id: 'bot', name: 'bot', kind: 'service' });
    expect(role('finance-approver')).toMatchObject({
      kind: 'business',
      title: 'finance-approver',
      grants: [],
    });
    expect(role('designer').grants).toContainEqual({
      subject: 'RequestType',
      actions: ['create', 'update', 'publish', 'rollback', 'retire'],
      conditions: [],
    });
    expect(json.cases).toContainEqual({
      ...{ action: 'decide', to: ['approver'], when: 'open', peopleOnly: true, notForOwnRequest: true },
    });
  });

  it('tells what connections can be made with, and what each has to be told', async () => {
    const { json } = await full.as('amy').get('/plugins');
    expect(json.items.map(({ id }: { id: string }) => id)).toEqual(['email', 'http-sync', 'webhook']);
    expect(json.items[2]).toMatchObject({
      follows: true,
      receives: true,
      secretNames: ['signingSecret', 'formerSigningSecret'],
      config: { type: 'object', properties: { url: { type: 'string' } } },
    });
  });

  it('tells when a token was last of use, and whose it is', async () => {
    const { json: made } = await full.as('ria').post('/tokens', { name: 'Watched', scopes: ['cases:read'] });
    const watched = async () => (await full.as('ria').get(`/tokens/${made.id}`)).json;
    expect(await watched()).toMatchObject({ name: 'Watched', lastUsedAt: null });
    const before = Date.now();
    await apiClient(full.web.origin, made.secret).get('/me');
    expect((await watched()).lastUsedAt).toBeGreaterThanOrEqual(before);
    const { json } = await full.as('amy').get('/tokens?of=all&limit=200&expand=names');
    expect(json.names.people).toMatchObject({ ria: 'ria', amy: 'amy' });
    expect(json.names.services).toEqual(['bot']);
    expect(
      (await full.as('ria').get('/tokens?of=all')).json.items.map(
        (one: { personId: string }) => one.personId,
      ),
    ).not.toContain('amy');
  });

  it('names the people and cases of the access log, and what owes stopped work, when asked', async () => {
    await full.as('fay').get(`/cases/${full.caseId}`);
    const { json: access } = await full
      .as('ada')
      .get('/log/access?kind=sensitive-seen&person=fay&expand=names');
    const number = (await full.as('ada').get(`/cases/${full.caseId}`)).json.number;
    expect(access.names).toMatchObject({ people: { fay: 'fay' }, cases: { [full.caseId]: number } });
    expect((await full.as('ada').get('/log/access')).json.names).toBeUndefined();
    const { json: effects } = await full.as('amy').get('/effects?expand=names');
    expect(effects.names.owners).toEqual({ 'connection:hook': 'Hook' });
  });
});
