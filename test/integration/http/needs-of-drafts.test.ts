import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallType } from '../../support/small-type.ts';
import { type SmallWeb, startSmallWeb } from '../../support/small-web.ts';

describe('what a draft needs of the organisation', () => {
  let small: SmallWeb;
  beforeAll(async () => {
    small = await startSmallWeb();
    const document = {
      ...smallType,
      slug: 'parcels',
      prefix: 'PAR',
      owner: { role: 'parcel-lead' },
      queues: [{ id: 'desk', title: 'Desk', team: 'parcel-desk' }],
    };
    const saved = await small.as('dan').put('/request-types/parcels/draft', document);
    expect(saved.status).toBe(200);
  });
  afterAll(() => small.close());

  const needs = async (person: string) => small.as(person).get('/request-types/parcels/draft/needs');

  it('is told to those who may read the draft, and to nobody else', async () => {
    const { json } = await needs('dan');
    expect(json.items).toContainEqual({ kind: 'role', id: 'parcel-lead', lack: 'missing', second: false });
    expect(json.items).toContainEqual({ kind: 'team', id: 'parcel-desk', lack: 'missing', second: false });
    expect([403, 404]).toContain((await needs('ria')).status);
    expect((await small.as('dan').get('/request-types/nothing/draft/needs')).status).toBe(404);
  });

  it('goes as it is made: the role is named by an administrator, once, and given to somebody', async () => {
    const role = { id: 'parcel-lead', title: 'Parcel lead', reason: 'Needed by Parcels' };
    expect((await small.as('dan').post('/roles', role)).status).toBe(403);
    expect((await small.as('ria').post('/roles', role)).status).toBe(404);
    const named = await small.as('amy').post('/roles', role, { key: 'parcel' });
    expect(named).toMatchObject({ status: 201, json: { id: 'parcel-lead', title: 'Parcel lead' } });
    expect((await small.as('amy').post('/roles', role, { key: 'parcel' })).status).toBe(201);
    expect((await small.as('amy').post('/roles', role)).code).toBe('CONFLICT');
    expect((await small.as('amy').post('/roles', { ...role, id: 'admin' })).code).toBe('CONFLICT');
    expect((await small.as('amy').post('/roles', { ...role, id: 'No Role' })).status).toBe(422);
    expect((await needs('dan')).json.items).toContainEqual({
      ...{ kind: 'role', id: 'parcel-lead', lack: 'nobody', second: false },
    });
    const given = { action: 'grant', role: 'parcel-lead', reason: 'Needed by Parcels' };
    expect((await small.as('amy').post('/people/amy/roles', given)).status).toBe(200);
    const left = (await needs('dan')).json.items.map(({ id }: { id: string }) => id);
    expect(left).not.toContain('parcel-lead');
    expect((await small.as('ria').get('/roles/names')).json.business).toContainEqual({
      ...{ id: 'parcel-lead', title: 'Parcel lead' },
    });
  });
});
