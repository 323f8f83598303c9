import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiClient } from '../../support/api-client.ts';
import { type FullWeb, startFullWeb } from '../../support/full-web.ts';

describe('the access log, over HTTP', () => {
  let full: FullWeb;
  beforeAll(async () => {
    full = await startFullWeb({}, { iban: 'FR76 1234' });
  });
  afterAll(async () => {
    await full.close();
  });

  const entries = async (query: string) =>
    (await full.as('ada').get(`/log/access?limit=200&${query}`)).json.items as {
      kind: string;
      person: string;
      address: string;
      what: Record<string, unknown>;
    }[];
  const seen = (person: string) => entries(`kind=sensitive-seen&person=${person}`);

  it('tells who saw sensitive answers, of which case, and once for one look', async () => {
    expect(await seen('fay')).toEqual([]);
    for (let look = 0; look < 3; look += 1) await full.as('fay').get(`/cases/${full.caseId}`);
    expect(await seen('fay')).toMatchObject([
      { person: 'fay', address: '127.0.0.1', what: { case: full.caseId, fields: ['iban', 'proof'] } },
    ]);
    expect(JSON.stringify(await entries(''))).not.toContain('FR76');
  });

  it.each([
    ['finn', 'routing'],
    ['ria', 'events'],
  ])('tells that %s read them in the %s of the case', async (who, part) => {
    expect(await seen(who)).toEqual([]);
    await full.as(who).get(`/cases/${full.caseId}/${part}`);
    expect((await seen(who)).map(({ what }) => what['fields'])).toEqual([['iban', 'proof']]);
  });

  it('says nothing of those who were shown nothing sensitive', async () => {
    const { owner } = (await full.as('ada').get(`/cases/${full.caseId}`)).json;
    for (const who of [owner, 'lea', 'ada', 'amy', 'rob'])
      for (const path of ['', '/events', '/routing']) await full.as(who).get(`/cases/${full.caseId}${path}`);
    for (const who of [owner, 'lea', 'ada', 'amy', 'rob']) expect([who, await seen(who)]).toEqual([who, []]);
  });

  it('tells who downloaded what, and of no download that was refused', async () => {
    const file = full.addressOf('/api/v1/cases/{id}/attachments/{attachment}');
    await full.as('fay').get(file);
    await full.as('amy').get(file);
    expect(await entries('kind=downloaded')).toMatchObject([
      { person: 'fay', what: { case: full.caseId, attachment: file.split('/').at(-1) } },
    ]);
  });

  it('tells who exported the log, and by which filter', async () => {
    await full.as('ada').get(`/log/export?format=csv&stream=${full.caseId}`);
    await full.as('ria').get('/log/export');
    expect(await entries('kind=exported')).toMatchObject([
      { person: 'ada', what: { log: 'decisions', format: 'csv', filter: { stream: full.caseId } } },
    ]);
  });

  it('tells of refused tokens and of changes of permissions and the directory', async () => {
    await apiClient(full.web.origin, `sbx_${'a'.repeat(43)}`).get('/me');
    expect(await entries('kind=token-refused')).toMatchObject([{ person: null, address: '127.0.0.1' }]);
    await full.as('amy').post('/people/rob/roles', { action: 'grant', role: 'agent', reason: 'Helps.' });
    expect((await entries('kind=permission-changed&person=amy')).map(({ what }) => what)).toContainEqual(
      expect.objectContaining({ stream: 'person:rob', event: 'role-granted' }),
    );
    await full.as('amy').patch('/accounts/acme', { tier: 'gold', reason: 'Grew.' });
    expect((await entries('kind=directory-changed&person=amy')).map(({ what }) => what)).toContainEqual(
      expect.objectContaining({ stream: 'account:acme', event: 'changed' }),
    );
  });

  it('is for auditors and administrators only', async () => {
    expect((await full.as('fay').get('/log/access')).code).toBe('NOT_FOUND');
    expect((await full.as('amy').get('/log/access')).status).toBe(200);
  });
});
