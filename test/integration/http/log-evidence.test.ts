import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FullWeb, startFullWeb } from '../../support/full-web.ts';

type Row = { position: number; seq: number; kind: string; hash: string };

describe('the evidence of one event of the log', () => {
  let full: FullWeb;
  let rows: Map<string, Row>;
  beforeAll(async () => {
    full = await startFullWeb({}, { iban: 'FR76 1', note: 'By the window.' }, 'bank-letter.pdf');
    const { caseId, as, web } = full;
    const { basis } = (await as('fay').get(`/cases/${caseId}`)).json;
    const voted = { decision: 'approve', basis, comment: 'Fine.' };
    expect((await as('fay').post(`/cases/${caseId}/decisions`, voted)).code).toBe(undefined);
    await web.settle();
    const { items } = (await as('ada').get(`/log?limit=200&stream=${caseId}`)).json;
    rows = new Map(items.map((row: Row) => [row.kind, row]));
  });
  afterAll(async () => {
    await full.close();
  });

  const evidence = async (who: string, kind: string) =>
    (await full.as(who).get(`/log/${rows.get(kind)?.position}/evidence`)).json;

  it('tells what a signature was made on, as far as the reader may see it', async () => {
    const { seen, row } = await evidence('ada', 'voted');
    expect(seen).toMatchObject({ basis: row.data.basis, version: 1, values: { item: 'Desk' } });
    expect(seen.values).not.toHaveProperty('iban');
    expect(seen.withheld).toBeGreaterThan(0);
  });

  it('tells from which seat it was made, and that the decision following from it rests on the same', async () => {
    const voted = await evidence('ada', 'voted');
    expect(voted.seat).toMatchObject({ for: null, as: null, had: 1 });
    expect(voted.seat.via).toMatch(/^(role|team|field|manager|accountOwner)/);
    const decided = await evidence('ada', 'decided');
    expect([decided.seen, decided.seat]).toEqual([voted.seen, voted.seat]);
    expect(decided.row.data).toMatchObject({ vote: 'approve' });
    expect(decided.names.versions[full.caseId].gates).toHaveProperty(decided.row.data.gateId);
  });

  it('places a row between its neighbours, and says which checkpoint covers it', async () => {
    const { chain, row, seen } = await evidence('ada', 'submitted');
    expect(chain).toMatchObject({ before: null, fits: true, after: { seq: 2 } });
    expect(seen).toBe(null);
    const next = (await full.as('ada').get(`/log/${chain.after.position}/evidence`)).json;
    expect(next.chain.before).toEqual({ position: row.position, seq: 1, hash: row.hash });
    if (chain.checkpoint !== null)
      expect(chain.checkpoint).toMatchObject({ key: expect.stringMatching(/^[0-9a-f]/) });
  });

  it('is for those who read the log alone, and of events that are there', async () => {
    const { position } = rows.get('voted') as Row;
    expect((await full.as('ria').get(`/log/${position}/evidence`)).status).toBeGreaterThanOrEqual(403);
    expect((await full.as('ada').get('/log/999999/evidence')).code).toBe('NOT_FOUND');
    expect((await full.as('ada').get('/log/none/evidence')).status).toBe(404);
  });
});
