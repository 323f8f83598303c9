import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { smallType } from '../../support/small-type.ts';
import { type SmallWeb, startSmallWeb } from '../../support/small-web.ts';

/** The small purchase, whose gate the head of operations signs when nobody of finance can. */
const [finance] = smallType.gates;
const [step] = finance?.steps ?? [];
const type = {
  ...smallType,
  gates: [{ ...finance, steps: [{ ...step, backup: [{ role: 'operations-lead' }] }] }],
};

describe('an approver who goes', () => {
  let small: SmallWeb;
  beforeAll(async () => {
    small = await startSmallWeb({ type });
  });
  afterAll(async () => {
    await small.close();
  });

  /** Who is asked, as it is stored. */
  const asked = async (id: string): Promise<string[]> => {
    const doc = await small.web.product.store.aggregates.load<CaseState>(id);
    const seats = doc?.state.gates[0]?.steps[0]?.approvers ?? [];
    return seats.map(({ person }) => person).sort();
  };
  const waitsFor = async (person: string): Promise<string[]> => {
    const { items } = (await small.as(person).get('/work?view=approvals')).json;
    return items.map((item: { case: { id: string } }) => item.case.id);
  };

  it('leaves no signature waiting: the others are asked, then the backup, and the last one away as well', async () => {
    const id = await small.submit(5_000);
    await small.owned(id);
    await small.web.settle();
    await expect.poll(() => asked(id), { timeout: 10_000 }).toEqual(['fay', 'finn']);
    const gone = await small.as('amy').post('/people/fay/deactivate', { reason: 'Left the company.' });
    expect(gone.status).toBe(200);
    await small.web.settle();
    await expect.poll(() => asked(id), { timeout: 10_000 }).toEqual(['finn']);
    const away = await small.as('finn').post('/people/finn/away', {});
    expect(away.status).toBe(200);
    await small.web.settle();
    await expect.poll(() => asked(id), { timeout: 10_000 }).toEqual(['otto']);
    await expect.poll(() => waitsFor('otto'), { timeout: 10_000 }).toEqual([id]);
    await expect.poll(() => waitsFor('finn'), { timeout: 10_000 }).toEqual([]);
  });

  it('who is not asked any more is not what happened: a case where nothing changes gets no event', async () => {
    const id = await small.submit(6_000);
    const { owner } = await small.owned(id);
    await small.web.settle();
    await expect.poll(() => asked(id), { timeout: 10_000 }).toEqual(['otto']);
    const before = (await small.as('otto').get(`/cases/${id}`)).json.rev;
    const bystander = owner === 'bill' ? 'bo' : 'bill';
    await small.as('amy').post(`/people/${bystander}/deactivate`, { reason: 'Left the company.' });
    await small.web.settle();
    expect((await small.as('otto').get(`/cases/${id}`)).json.rev).toBe(before);
  });

  it('asks them again once they are back, work here again, or have the right again', async () => {
    const id = await small.submit(7_000);
    await small.owned(id);
    await small.web.settle();
    await expect.poll(() => asked(id), { timeout: 10_000 }).toEqual(['otto']);
    const amy = small.as('amy');
    expect((await small.as('finn').delete('/people/finn/away')).status).toBe(200);
    await small.web.settle();
    await expect.poll(() => asked(id), { timeout: 10_000 }).toEqual(['finn']);
    await expect.poll(() => waitsFor('finn'), { timeout: 10_000 }).toContain(id);
    expect((await amy.post('/people/fay/reactivate', { reason: 'Works here again.' })).status).toBe(200);
    await small.web.settle();
    await expect.poll(() => asked(id), { timeout: 10_000 }).toEqual(['fay', 'finn']);
    const role = { role: 'finance-approver', reason: 'Another task.' };
    expect((await amy.post('/people/fay/roles', { action: 'revoke', ...role })).status).toBe(200);
    await small.web.settle();
    await expect.poll(() => asked(id), { timeout: 10_000 }).toEqual(['finn']);
    expect((await amy.post('/people/bea/roles', { action: 'grant', ...role })).status).toBe(200);
    await small.web.settle();
    await expect.poll(() => asked(id), { timeout: 10_000 }).toEqual(['bea', 'finn']);
    await expect.poll(() => waitsFor('bea'), { timeout: 10_000 }).toContain(id);
    expect((await amy.post('/people/bea/roles', { action: 'revoke', ...role })).status).toBe(200);
    await small.web.settle();
    await expect.poll(() => asked(id), { timeout: 10_000 }).toEqual(['finn']);
  });

  it('asks whoever stands in from when the delegation begins until it ends', async () => {
    const id = await small.submit(8_000);
    await small.owned(id);
    await small.web.settle();
    await expect.poll(() => asked(id), { timeout: 10_000 }).toEqual(['finn']);
    const now = Date.now();
    const made = await small.as('finn').post('/delegations', {
      to: 'lea',
      startsAt: now - 1_000,
      endsAt: now + 86_400_000,
      reason: 'A week of interviews.',
    });
    expect(made.status).toBe(201);
    await small.web.settle();
    await expect.poll(() => waitsFor('lea'), { timeout: 10_000 }).toContain(id);
    expect((await small.as('finn').patch(`/delegations/${made.json.id}`, { ended: true })).status).toBe(200);
    await small.web.settle();
    await expect.poll(() => waitsFor('lea'), { timeout: 10_000 }).not.toContain(id);
  });

  it('leaves nothing approved by going, where all have to sign', async () => {
    const everybody = { ...step, quorum: { kind: 'all' } };
    const strict = await startSmallWeb({
      type: { ...smallType, gates: [{ ...finance, steps: [everybody] }] },
    });
    try {
      const id = await strict.submit(5_000);
      const { basis } = await strict.owned(id, 'fay');
      const signed = await strict
        .as('fay')
        .post(`/cases/${id}/decisions`, { gate: 'finance', decision: 'approve', basis });
      expect(signed.status).toBe(200);
      await strict.as('amy').post('/people/finn/deactivate', { reason: 'Left the company.' });
      await strict.web.settle();
      const gate = async () => (await strict.as('fay').get(`/cases/${id}`)).json.gates[0];
      await expect.poll(async () => (await gate()).step.incident, { timeout: 10_000 }).toBe('nobody');
      expect(await gate()).toMatchObject({ status: 'open', step: { needed: 2 } });
    } finally {
      await strict.close();
    }
  });
});
