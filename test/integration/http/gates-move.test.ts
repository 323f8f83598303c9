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
    await small.owned(id);
    await small.web.settle();
    await expect.poll(() => asked(id), { timeout: 10_000 }).toEqual(['otto']);
    const before = (await small.as('otto').get(`/cases/${id}`)).json.rev;
    await small.as('amy').post('/people/bill/deactivate', { reason: 'Left the company.' });
    await small.web.settle();
    expect((await small.as('otto').get(`/cases/${id}`)).json.rev).toBe(before);
  });
});
