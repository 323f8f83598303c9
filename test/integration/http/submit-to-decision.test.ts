import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../support/api-client.ts';
import { type HttpProduct, httpCompany, startHttpProduct } from '../../support/http-product.ts';
import { smallType } from '../../support/small-type.ts';

describe('a request over HTTP, from submission to its end', () => {
  let web: HttpProduct;
  const clients = new Map<string, ApiClient>();
  const as = (id: string): ApiClient => {
    const client = clients.get(id);
    if (client === undefined) throw new Error(`no client for ${id}`);
    return client;
  };
  beforeAll(async () => {
    web = await startHttpProduct();
    await httpCompany(web);
    await web.publish(smallType);
    for (const id of ['ria', 'rob', 'bo', 'bea', 'bill', 'fay', 'finn', 'lea', 'otto', 'ada', 'amy', 'bot'])
      clients.set(id, await web.as(id));
  });
  afterAll(async () => {
    await web.close();
  });

  const submit = async (amount: number, who = 'ria') =>
    as(who).post('/request-types/purchase/cases', {
      values: { item: 'Desk', amount: { amount, currency: 'EUR' } },
    });
  const owned = async (id: string) => {
    await expect
      .poll(async () => (await as('ria').get(`/cases/${id}`)).json.owner, { timeout: 1_000, interval: 10 })
      .not.toBeNull();
    return (await as('ria').get(`/cases/${id}`)).json;
  };

  it('answers with its number at once, and within a second with who has it, why, when it is due and what happens next', async () => {
    const answer = await submit(500);
    expect(answer.status).toBe(201);
    expect(answer.json.number).toMatch(/^PUR-1\d{3}$/);
    expect(answer.headers.get('location')).toBe(`/api/v1/cases/${answer.json.id}`);
    const seen = await owned(answer.json.id);
    expect(['bo', 'bea', 'bill']).toContain(seen.owner);
    expect(seen.people[seen.owner]).toBe(seen.owner);
    expect(seen.placement).toMatchObject({ kind: 'assigned' });
    expect(seen.placement.latest.rule).toBe('normal');
    expect(seen.next).toBe('Look at Desk.');
    expect(seen.dueAt).toBeGreaterThan(Date.now());
    expect(seen.clocks.map(({ id }: { id: string }) => id).sort()).toEqual(['first', 'whole']);
    expect(seen.clocks[0].lines.length).toBeGreaterThan(0);
    expect(seen.values.item).toBe('Desk');
  });

  it('is decided by an approver who saw it, after a question was asked and answered', async () => {
    const { id } = (await submit(5_000)).json;
    const owner = (await owned(id)).owner;
    const asked = await as('fay').post(`/cases/${id}/decisions`, {
      decision: 'ask',
      question: 'Which desk?',
    });
    expect(asked.status).toBe(200);
    const answered = await as('ria').post(`/cases/${id}/answers`, { answer: 'The oak one.' });
    expect(answered.status).toBe(200);
    const seen = (await as('fay').get(`/cases/${id}`)).json;
    expect(seen.asks).toMatchObject([{ question: 'Which desk?', answer: 'The oak one.', answeredBy: 'ria' }]);
    expect(seen.gates[0]).toMatchObject({ id: 'finance', status: 'open', mine: { may: true } });
    expect(seen.actions.deeds).toContainEqual({ id: 'decide', enabled: true });
    const early = await as(owner).post(`/cases/${id}/transitions`, { transition: 'order' });
    expect(early.code).toBe('GATE_OPEN');
    const wrong = await as('fay').post(`/cases/${id}/decisions`, { decision: 'approve', basis: 'x' });
    expect(wrong.code).toBe('BASIS_MOVED');
    const self = await as('ria').post(`/cases/${id}/decisions`, { decision: 'approve', basis: seen.basis });
    expect(self.status).toBe(403);
    const decided = await as('fay').post(`/cases/${id}/decisions`, {
      decision: 'approve',
      basis: seen.basis,
    });
    expect(decided.status).toBe(200);
    const ordered = await as(owner).post(`/cases/${id}/transitions`, { transition: 'order' });
    expect(ordered.json).toMatchObject({ state: 'ordered', category: 'approved' });
  });

  it('takes a decision back within its time', async () => {
    const { id } = (await submit(7_000)).json;
    await owned(id);
    const { basis } = (await as('finn').get(`/cases/${id}`)).json;
    const no = { decision: 'reject', basis, comment: 'Too dear.' };
    expect((await as('finn').post(`/cases/${id}/decisions`, no)).json.state).toBe('rejected');
    const back = await as('finn').post(`/cases/${id}/retract`);
    expect(back.json).toMatchObject({ state: 'review', open: true });
  });

  it('is handed over, escalated, re-routed, prioritised, commented on and withdrawn, each by those who may', async () => {
    const { id } = (await submit(300)).json;
    const owner: string = (await owned(id)).owner;
    const other = ['bo', 'bea', 'bill'].find((one) => one !== owner) ?? '';
    const path = `/cases/${id}`;
    expect((await as('rob').get(path)).code).toBe('NOT_FOUND');
    expect((await as('rob').post(`${path}/escalate`, { reason: 'x' })).code).toBe('NOT_FOUND');
    expect(
      (await as('ria').post(`${path}/assignments`, { action: 'assign', to: 'ria', reason: 'x' })).code,
    ).toBe('NOT_ALLOWED');
    expect((await as(owner).post(`${path}/assignments`, { action: 'accept' })).status).toBe(200);
    const handed = await as(owner).post(`${path}/assignments`, {
      action: 'assign',
      to: other,
      reason: 'Holiday.',
    });
    expect(handed.json.owner).toBe(other);
    const escalated = await as('ria').post(`${path}/escalate`, { reason: 'It is late.' });
    expect(escalated.json.priority).toBe(2);
    const urgent = await as(other).post(`${path}/priority`, { value: 1, reason: 'The boss.' });
    expect(urgent.json.priority).toBe(1);
    const remark = { text: 'Not the blue one.', visibility: 'internal' };
    expect((await as(other).post(`${path}/comments`, remark)).status).toBe(200);
    expect((await as('ria').post(`${path}/comments`, remark)).code).toBe('NOT_ALLOWED');
    expect((await as('ria').post(`${path}/comments`, { text: 'Thanks.' })).status).toBe(200);
    expect((await as('ria').get(path)).json.comments).toHaveLength(1);
    expect((await as(other).get(path)).json.comments).toHaveLength(2);
    expect((await as('ria').get(`${path}/events`)).text).not.toContain('blue');
    expect((await as(other).get(`${path}/events`)).text).toContain('blue');
    // The handler has the system role `requester` too, which does not make the request theirs.
    expect((await as(other).post(`${path}/transitions`, { transition: 'withdraw' })).code).toBe(
      'NOT_ALLOWED',
    );
    expect((await as('lea').post(`${path}/reroute`, { reason: 'Try again.' })).json.placement).toBe(
      'undecided',
    );
    await owned(id);
    const out = await as('ria').post(`${path}/withdraw`, { reason: 'Found one.' });
    expect(out.json).toMatchObject({ state: 'withdrawn', open: false, outcome: 'withdrawn' });
    expect((await as('ria').post(`${path}/withdraw`)).code).toBe('CASE_CLOSED');
  });

  it('says why it went to somebody and not to somebody else', async () => {
    const { id } = (await submit(400)).json;
    const { owner } = await owned(id);
    const routing = (await as(owner).get(`/cases/${id}/routing`)).json;
    expect(routing.epochs[0].evidence.decision).toMatchObject({ terminal: 'assigned', person: owner });
    expect(routing.epochs[0].evidence.candidates.length).toBeGreaterThanOrEqual(3);
    const outside = (await as('ria').get(`/cases/${id}/routing`)).json;
    expect(outside.epochs[0].evidence.candidates).toEqual([]);
    const other = ['bo', 'bea', 'bill'].find((one) => one !== owner);
    const why = (await as(owner).get(`/cases/${id}/routing/why-not/${other}`)).json;
    expect(why.reason).toBe('outranked');
    expect((await as(owner).get(`/cases/${id}/routing/why-not/fay`)).json.reason).toBe('not_a_member');
  });

  it('lists it for those who may read it and for nobody else', async () => {
    const { id, number } = (await submit(250, 'rob')).json;
    await owned2(id);
    const lists = async (who: string, query: string): Promise<string[]> =>
      (await as(who).get(`/cases?${query}`)).json.items.map((item: { id: string }) => item.id);
    expect(await lists('rob', 'view=requested')).toEqual([id]);
    expect(await lists('ria', 'view=all')).not.toContain(id);
    expect(await lists('ada', 'view=all')).toContain(id);
    expect(await lists('rob', `q=${number}`)).toEqual([id]);
    expect(await lists('ria', `q=${number}`)).toEqual([]);
    const { owner } = (await as('rob').get(`/cases/${id}`)).json;
    const work = (await as(owner).get('/work?view=mine')).json.items;
    expect(work.map((row: { case: { id: string } }) => row.case.id)).toContain(id);
    expect((await as(owner).get('/work/counts')).json.mine.count).toBeGreaterThan(0);
  });
  const owned2 = (id: string) =>
    expect
      .poll(async () => (await as('rob').get(`/cases/${id}`)).json.owner, { timeout: 1_000 })
      .not.toBeNull();

  it('lets a program propose and not decide', async () => {
    const { id } = (await submit(5_500, 'bot')).json;
    const seen = (await as('bot').get(`/cases/${id}`)).json;
    expect(seen.requesterKind).toBe('service');
    const decide = seen.actions.deeds.find((deed: { id: string }) => deed.id === 'decide');
    expect(decide.enabled).toBe(false);
    expect(decide.whyNot.message).toBe('A program may propose; people decide.');
  });
});
