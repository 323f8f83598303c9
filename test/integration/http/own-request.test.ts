import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SmallWeb, startSmallWeb } from '../../support/small-web.ts';

describe('a requester who was given their own case, over HTTP', () => {
  let small: SmallWeb;
  let id: string;
  beforeAll(async () => {
    small = await startSmallWeb();
    id = await small.submit(80);
    const { owner } = await small.owned(id);
    const handed = { action: 'assign', to: 'ria', reason: 'She knows the desk.' };
    const answer = await small.as(owner).post(`/cases/${id}/assignments`, handed);
    expect(answer.json).toMatchObject({ owner: 'ria' });
  });
  afterAll(async () => {
    await small.close();
  });

  it('sees the steps that decide locked, with the reason, and withdrawing open', async () => {
    const { actions } = (await small.as('ria').get(`/cases/${id}`)).json;
    const locked = { code: 'SELF_DECISION', message: expect.stringMatching(/own request/) };
    expect(actions.transitions).toMatchObject([
      { id: 'order', enabled: false, whyNot: locked },
      { id: 'reject', enabled: false, whyNot: { ...locked, data: { instead: 'withdraw' } } },
      { id: 'withdraw', enabled: true },
    ]);
  });

  it('rejects it neither by its address nor among many, and may withdraw it', async () => {
    const reject = { transition: 'reject', comment: 'Changed my mind.' };
    const refused = await small.as('ria').post(`/cases/${id}/transitions`, reject);
    expect([refused.status, refused.code]).toEqual([403, 'SELF_DECISION']);
    expect(refused.json.detail).toContain('take “Withdraw” instead');
    const many = await small
      .as('ria')
      .post('/bulk', { rows: [{ case: id, command: 'transitions', body: reject }] });
    expect(many.json).toMatchObject({
      done: 0,
      refused: 1,
      results: [{ problem: { code: 'SELF_DECISION' } }],
    });
    const seen = (await small.as('ria').get(`/cases/${id}`)).json;
    expect(seen.state.id).toBe('review');
    const gone = await small.as('ria').post(`/cases/${id}/withdraw`, { reason: 'Changed my mind.' });
    expect(gone.json).toMatchObject({ open: false, outcome: 'withdrawn' });
  });
});
