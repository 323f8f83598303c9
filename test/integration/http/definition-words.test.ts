import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SmallWeb, startSmallWeb } from '../../support/small-web.ts';

const type = '/request-types/purchase';

describe('definitions in words, over HTTP', () => {
  let small: SmallWeb;
  beforeAll(async () => {
    small = await startSmallWeb();
    const dan = small.as('dan');
    const { json } = await dan.get(`${type}/draft`);
    const changed = await dan.put(`${type}/draft`, { ...json.document, prefix: 'BUY' }, { rev: json.rev });
    expect(changed.status).toBe(200);
    const published = await dan.post(`${type}/publish`, { reason: 'A clearer number.' });
    expect(published.json).toMatchObject({ n: 2, changed: true });
    const next = { ...changed.json.document, title: 'Buying' };
    expect((await dan.put(`${type}/draft`, next, { rev: changed.json.rev })).status).toBe(200);
  });
  afterAll(() => small.close());

  it('tells a version in sentences, as JSON and as plain text, old versions too', async () => {
    const amy = small.as('amy');
    const { json } = await amy.get(`${type}/versions/1/text`);
    expect(json).toMatchObject({ n: 1, title: 'Purchase' });
    const approvals = json.sections.find(({ id }: { id: string }) => id === 'approvals');
    expect(approvals.items[0].says[0]).toMatch(/^If amount in EUR is over 1,000, a request needs /);
    const plain = await amy.get(`${type}/versions/1/text`, { headers: { accept: 'text/plain' } });
    expect(plain.headers.get('content-type')).toContain('text/plain');
    expect(plain.text).toContain('its cases are numbered PUR-….');
    expect((await amy.get(`${type}/versions/2/text`)).text).toContain('BUY-….');
  });

  it('tells how a version differs from the one before it, or from one that is named', async () => {
    const amy = small.as('amy');
    const difference = {
      kind: 'changed',
      path: ['prefix'],
      sentence: 'Changed the prefix from “PUR” to “BUY”.',
    };
    const { json } = await amy.get(`${type}/versions/2/differences`);
    expect(json).toEqual({ from: 1, to: 2, items: [difference] });
    expect((await amy.get(`${type}/versions/2/differences?from=2`)).json.items).toEqual([]);
    expect((await amy.get(`${type}/versions/1/differences`)).json).toEqual({ from: null, to: 1, items: [] });
    expect((await amy.get(`${type}/versions/2/differences?from=9`)).code).toBe('NOT_FOUND');
  });

  it('tells what the draft says, and how it differs from what is live', async () => {
    const dan = small.as('dan');
    expect((await dan.get(`${type}/draft/text`)).json).toMatchObject({ n: null, title: 'Buying' });
    expect((await dan.get(`${type}/draft/differences`)).json).toMatchObject({
      from: 2,
      to: null,
      items: [{ kind: 'changed', sentence: 'Changed the title from “Purchase” to “Buying”.' }],
    });
    const broken = await dan.put('/request-types/broken/draft', { slug: 'broken' });
    expect(broken.status).toBe(200);
    expect((await dan.get('/request-types/broken/draft/text')).code).toBe('DEFINITION_INVALID');
    expect((await dan.get('/request-types/broken/draft/differences')).json).toEqual({
      from: null,
      to: null,
      items: [],
    });
  });

  it('lists every type with what is live and what waits, and who answers for it', async () => {
    const { json } = await small.as('dan').get('/drafts?expand=names');
    const purchase = json.items.find(({ slug }: { slug: string }) => slug === 'purchase');
    expect(purchase).toMatchObject({
      title: 'Purchase',
      live: 2,
      owner: 'procurement-lead',
      draft: { savedBy: 'dan', waiting: true, blocking: 0 },
    });
    expect(Object.keys(json.names.people)).toContain('dan');
    const broken = json.items.find(({ slug }: { slug: string }) => slug === 'broken');
    expect(broken).toMatchObject({ live: null, owner: null });
    expect(broken.draft.blocking).toBeGreaterThan(0);
  });

  it('keeps what was published and taken back, with who and why', async () => {
    const { json } = await small.as('ada').get(`${type}/history?expand=names`);
    expect(json.items.map(({ kind }: { kind: string }) => kind)).toEqual(['published', 'published']);
    expect(json.items[1]).toMatchObject({ data: { n: 2 }, human: { reason: 'A clearer number.' } });
    expect(json.names.people['dan']).toBeTypeOf('string');
  });

  it('is for those who may take a definition away, and for nobody else', async () => {
    const ria = small.as('ria');
    const paths = [
      `${type}/versions/1/text`,
      `${type}/versions/2/differences`,
      `${type}/history`,
      `${type}/draft/text`,
      `${type}/draft/differences`,
      '/drafts',
    ];
    for (const path of paths) expect([403, 404]).toContain((await ria.get(path)).status);
  });
});
