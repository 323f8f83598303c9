import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SmallWeb, startSmallWeb } from '../../support/small-web.ts';

describe('watching a case, over HTTP', () => {
  let small: SmallWeb;
  let id: string;
  let owner: string;
  beforeAll(async () => {
    small = await startSmallWeb();
    id = await small.submit(80);
    ({ owner } = await small.owned(id));
  });
  afterAll(async () => {
    await small.close();
  });

  const seen = async (person: string) => (await small.as(person).get(`/cases/${id}`)).json;
  const told = async (person: string): Promise<unknown[]> => {
    await small.web.settle();
    const kept = await small.web.product.store.records.range('notice', `person:${person}`, null, 100);
    return kept.map(({ data }) => data['why']);
  };

  it('begins and ends at one address, as often as it is asked', async () => {
    for (const _ of [1, 2]) {
      const answer = await small.as('ria').post(`/cases/${id}/watch`);
      expect([answer.status, answer.json.id]).toEqual([200, id]);
    }
    expect(await seen('ria')).toMatchObject({
      watchers: ['ria'],
      watching: { mine: true, full: false, onlyWay: false },
    });
    for (const _ of [1, 2]) expect((await small.as('ria').delete(`/cases/${id}/watch`)).status).toBe(200);
    expect(await seen('ria')).toMatchObject({ watchers: [], watching: { mine: false } });
  });

  it('is the same command by the same key, and refused when the case moved since it was seen', async () => {
    const { rev } = await seen('ria');
    const stale = await small.as('ria').post(`/cases/${id}/watch`, {}, { rev: rev - 1 });
    expect([stale.status, stale.code]).toEqual([412, 'STALE']);
    const options = { rev, key: 'watch-1' };
    const first = await small.as('ria').post(`/cases/${id}/watch`, {}, options);
    expect(first.status).toBe(200);
    await small.as('ria').delete(`/cases/${id}/watch`);
    const again = await small.as('ria').post(`/cases/${id}/watch`, {}, options);
    expect(again.status).toBe(200);
    expect(await seen('ria')).toMatchObject({ watchers: [] });
  });

  it('is for those the case has to do with, and nobody else knows of it', async () => {
    expect((await small.as('rob').post(`/cases/${id}/watch`)).status).toBe(404);
    expect((await small.as('ada').post(`/cases/${id}/watch`)).status).toBe(403);
    expect((await small.as('rob').delete(`/cases/${id}/watch`)).status).toBe(404);
  });

  it('comes with a mention, opens the case, and ends with it', async () => {
    const says = { text: 'Please look, Rob.', mentions: ['rob'] };
    expect((await small.as(owner).post(`/cases/${id}/comments`, says)).status).toBe(200);
    expect(await seen('rob')).toMatchObject({ watching: { mine: true, onlyWay: true } });
    expect(await told('rob')).toContain('mentioned');
    await small.as(owner).post(`/cases/${id}/comments`, { text: 'It came.' });
    expect(await told('rob')).toContain('commented');
    expect((await small.as('rob').delete(`/cases/${id}/watch`)).status).toBe(200);
    expect((await small.as('rob').get(`/cases/${id}`)).status).toBe(404);
  });

  it('is not brought about by an internal remark that the mentioned may not read', async () => {
    const says = { text: 'Rob, what is this?', visibility: 'internal', mentions: ['rob', 'ria', owner] };
    const answer = await small.as(owner).post(`/cases/${id}/comments`, says);
    expect([answer.status, answer.code]).toEqual([422, 'VALIDATION_FAILED']);
    expect(answer.json.errors).toEqual([
      { pointer: '/mentions', detail: expect.stringMatching(/and .* cannot read internal comments/) },
    ]);
    const fine = { text: 'Amy?', visibility: 'internal', mentions: ['amy', 'nobody'] };
    expect((await small.as(owner).post(`/cases/${id}/comments`, fine)).status).toBe(200);
  });

  it('tells those who watch of a new state', async () => {
    await small.as('ria').post(`/cases/${id}/watch`);
    await small.as('amy').post(`/cases/${id}/watch`);
    expect((await small.as('ria').post(`/cases/${id}/withdraw`, { reason: 'Changed my mind.' })).status).toBe(
      200,
    );
    const doc = await small.web.product.store.aggregates.load(id);
    const owed = doc?.effects.map((effect) => effect.id).filter((key) => key.endsWith(':watching'));
    expect(owed).toEqual(['notify:closed:amy:watching']);
  });
});
