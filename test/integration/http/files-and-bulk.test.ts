import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sweepBlobs } from '../../../server/use-cases/attachment/sweep-blobs.ts';
import { sweepExpired } from '../../../server/use-cases/upkeep/sweep-expired.ts';
import { smallType } from '../../support/small-type.ts';
import { type SmallWeb, startSmallWeb } from '../../support/small-web.ts';

const withFiles = {
  ...smallType,
  form: {
    ...smallType.form,
    sections: [
      { id: 'main', title: 'What', fields: ['item', 'amount', 'urgency', 'note', 'quote', 'secret'] },
    ],
    fields: [
      ...smallType.form.fields.map((field) =>
        field.id === 'note' ? { ...field, edit: [{ states: ['review'], roles: ['requester'] }] } : field,
      ),
      { id: 'quote', kind: 'file', label: 'Quote', accept: ['pdf'], maxFiles: 2 },
      { id: 'secret', kind: 'file', label: 'Bank details', sensitive: true, see: ['finance-approver'] },
    ],
  },
};

describe('files, edits and many commands at once over HTTP', () => {
  let small: SmallWeb;
  beforeAll(async () => {
    small = await startSmallWeb({ type: withFiles });
  });
  afterAll(async () => {
    await small.close();
  });

  const upload = (who: string, name: string, bytes: string, key?: string) =>
    small.as(who).raw('POST', '/attachments', bytes, {
      'content-type': 'application/pdf',
      'x-file-name': encodeURIComponent(name),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    });
  const submitWith = (values: object, who = 'ria') =>
    small.as(who).post('/request-types/purchase/cases', {
      values: { item: 'Desk', amount: { amount: 50, currency: 'EUR' }, ...values },
    });

  it('are uploaded first and belong to a case from its submission on', async () => {
    const staged = await upload('ria', 'Angebot – „Tisch“.pdf', 'the quote');
    expect(staged.status).toBe(201);
    expect(staged.json).toMatchObject({ name: 'Angebot – „Tisch“.pdf', size: 9 });
    const made = await submitWith({ quote: [staged.json.id] });
    expect(made.status).toBe(201);
    const seen = (await small.as('ria').get(`/cases/${made.json.id}`)).json;
    expect(seen.attachments).toMatchObject([{ id: staged.json.id, field: 'quote', size: 9, by: 'ria' }]);
    const file = await small.as('ria').get(seen.attachments[0].link);
    expect(file.text).toBe('the quote');
    expect(file.headers.get('content-disposition')).toBe(
      `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent('Angebot – „Tisch“.pdf')}`,
    );
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect(file.headers.get('content-type')).toBe('application/octet-stream');
    expect((await small.as('rob').get(seen.attachments[0].link)).code).toBe('NOT_FOUND');
    const access = (await small.as('ada').get('/log/access?kind=downloaded')).json.items;
    expect(access[0]).toMatchObject({
      person: 'ria',
      what: { case: made.json.id, attachment: staged.json.id },
    });
  });

  it('come as multipart too', async () => {
    const form = new FormData();
    form.set('file', new File(['multi'], '../../etc/passwd.pdf'));
    const response = await fetch(`${small.web.origin}/api/v1/attachments`, {
      method: 'POST',
      headers: { authorization: `Bearer ${small.as('ria').token}` },
      body: form,
    });
    expect([response.status, await response.json()]).toMatchObject([201, { name: 'passwd.pdf', size: 5 }]);
    const two = new FormData();
    two.set('a', new File(['1'], 'a.pdf'));
    two.set('b', new File(['2'], 'b.pdf'));
    const refused = await fetch(`${small.web.origin}/api/v1/attachments`, {
      method: 'POST',
      headers: { authorization: `Bearer ${small.as('ria').token}` },
      body: two,
    });
    expect(refused.status).toBe(400);
  });

  it('are refused when they are nobody’s, somebody else’s, of the wrong kind, or too large', async () => {
    const theirs = (await upload('rob', 'a.pdf', 'x')).json.id;
    const wrong = (await upload('ria', 'a.exe', 'x')).json.id;
    for (const quote of [['nothing'], [theirs], [wrong]]) {
      const answer = await submitWith({ quote });
      expect(answer.json.errors).toMatchObject([{ pointer: '/values/quote/0' }]);
    }
    expect((await upload('ria', '', 'x')).status).toBe(422);
    expect((await upload('ria', 'empty.pdf', '')).status).toBe(422);
    const huge = await small.as('ria').raw('POST', '/attachments', new Uint8Array(25_000_001), {
      'content-type': 'application/octet-stream',
      'x-file-name': 'huge.pdf',
    });
    expect(huge.code).toBe('TOO_LARGE');
    const reader = await small.web.as('ria', ['cases:read']);
    expect(
      (await reader.raw('POST', '/attachments', 'x', { 'x-file-name': 'a', 'content-type': 'a/b' })).status,
    ).toBe(403);
  });

  it('are attached later, once, and only to where they fit', async () => {
    const { id } = (await submitWith({})).json;
    const first = await upload('ria', 'later.pdf', 'later', 'up');
    const again = await upload('ria', 'later.pdf', 'later', 'up');
    expect(again.json).toEqual(first.json);
    expect((await upload('ria', 'later.pdf', 'other', 'up')).code).toBe('COMMAND_REUSED');
    const attach = { attachment: first.json.id, field: 'quote' };
    expect(
      (await small.as('ria').post(`/cases/${id}/attachments`, { ...attach, field: 'item' })).status,
    ).toBe(422);
    const done = await small.as('ria').post(`/cases/${id}/attachments`, attach, { key: 'link' });
    expect(done.status).toBe(200);
    expect((await small.as('ria').post(`/cases/${id}/attachments`, attach, { key: 'link' })).status).toBe(
      200,
    );
    expect((await small.as('ria').post(`/cases/${id}/attachments`, attach)).status).toBe(422);
  });

  it('on a field that is kept from somebody are not there for them, not even by name', async () => {
    const secret = (await upload('ria', 'canary-iban.pdf', 'DE00')).json.id;
    const { id } = (await submitWith({ secret: [secret], amount: { amount: 5_000, currency: 'EUR' } })).json;
    const { owner } = await small.owned(id);
    const link = `/cases/${id}/attachments/${secret}`;
    const hidden = await small.as(owner).get(`/cases/${id}`);
    expect(hidden.text).not.toContain('canary');
    expect(hidden.text).not.toContain(secret);
    expect(hidden.json.masked).toEqual(['secret']);
    expect((await small.as(owner).get(link)).code).toBe('NOT_FOUND');
    expect((await small.as(owner).get(`/cases/${id}/events`)).text).not.toContain('canary');
    expect((await small.as('ada').get('/log?limit=200')).text.includes('canary')).toBe(false);
    expect((await small.as('ada').get('/log/export')).text.includes('canary')).toBe(false);
    expect((await small.as('fay').get(link)).text).toBe('DE00');
  });

  it('that nobody attached are forgotten after a day, and their bytes after another', async () => {
    const { product } = small.web;
    const lone = (await upload('ria', 'lone.pdf', 'lonely bytes')).json;
    const kept = (await upload('ria', 'kept.pdf', 'kept bytes')).json;
    await submitWith({ quote: [kept.id] });
    const { deps } = product.services;
    const day = 24 * 3_600_000;
    expect(await sweepBlobs(deps)).toBe(0);
    await sweepExpired(product.store.records, product.clock.now() + day + 1);
    const { now } = product.clock;
    Object.assign(product.clock, { now: () => now() + 2 * day });
    try {
      expect(await sweepBlobs(deps)).toBeGreaterThan(0);
    } finally {
      Object.assign(product.clock, { now });
    }
    expect(await product.store.blobs.get(lone.digest)).toBeUndefined();
    expect(await product.store.blobs.get(kept.digest)).toBeDefined();
    const link = (await small.as('ria').get('/cases?view=requested&limit=1')).json.items[0].id;
    expect((await small.as('ria').get(`/cases/${link}/routing`)).status).toBe(200);
  });

  it('lets answers be changed by those the form names, and by nobody else', async () => {
    const { id } = (await submitWith({ note: 'First.' })).json;
    const { owner } = await small.owned(id);
    const path = `/cases/${id}`;
    expect((await small.as('ria').get(path)).json.actions.editable).toEqual(['note']);
    expect((await small.as('ria').patch(path, { values: { note: 'Second.' } })).status).toBe(200);
    expect((await small.as('ria').get(path)).json.values.note).toBe('Second.');
    expect((await small.as('ria').patch(path, { values: { note: null } })).status).toBe(200);
    expect((await small.as('ria').get(path)).json.values.note).toBeUndefined();
    const material = await small.as('ria').patch(path, { values: { item: 'Sofa' } });
    expect(material.json).toMatchObject({ code: 'NOT_ALLOWED', errors: [{ pointer: '/values/item' }] });
    expect((await small.as(owner).patch(path, { values: { note: 'Mine.' } })).status).toBe(403);
    expect((await small.as('ria').patch(path, { values: { colour: 'red' } })).status).toBe(422);
  });

  it('carries a case over to another type, with what fits', async () => {
    await small.web.publish({ ...smallType, slug: 'repair', prefix: 'REP', title: 'Repair' });
    const { id, number } = (await submitWith({ note: 'Broken.' })).json;
    await small.owned(id);
    expect(
      (await small.as('ria').post(`/cases/${id}/change-type`, { to: 'repair', reason: 'x' })).status,
    ).toBe(403);
    const changed = await small
      .as('lea')
      .post(`/cases/${id}/change-type`, { to: 'repair', reason: 'It is broken.' });
    expect(changed.json).toMatchObject({ type: 'repair', number, state: 'review', placement: 'undecided' });
    const seen = await small.owned(id);
    expect(seen).toMatchObject({ values: { item: 'Desk', note: 'Broken.' } });
    expect((await small.as('lea').post(`/cases/${id}/change-type`, { to: 'repair', reason: 'x' })).code).toBe(
      'CONFLICT',
    );
  });

  it('carries many commands out one by one, each with its own answer', async () => {
    const ids = [await small.submit(10), await small.submit(20), await small.submit(30)];
    for (const id of ids) await small.owned(id);
    const rows = [
      ...ids.map((id) => ({ case: id, command: 'escalate', body: { reason: 'All late.' } })),
      { case: 'nothing', command: 'escalate', body: { reason: 'x' } },
      { case: ids[0], command: 'comments', body: { text: '' } },
      { case: ids[0], command: 'escalate', body: { colour: 1 } },
      { case: ids[0], command: 'escalate', body: { reason: 'x' }, rev: 1 },
    ];
    const answer = await small.as('ria').post('/bulk', { rows }, { key: 'b' });
    expect(answer.json).toMatchObject({ done: 3, refused: 4 });
    expect(answer.json.results.map(({ problem }: { problem?: { code: string } }) => problem?.code)).toEqual([
      ...[undefined, undefined, undefined],
      ...['NOT_FOUND', 'VALIDATION_FAILED', 'VALIDATION_FAILED', 'STALE'],
    ]);
    expect((await small.as('ria').post('/bulk', { rows }, { key: 'b' })).json).toEqual(answer.json);
    expect((await small.as('ria').post('/bulk', { rows: rows.slice(1) }, { key: 'b' })).code).toBe(
      'COMMAND_REUSED',
    );
    expect((await small.as('ria').post('/bulk', { rows: Array(101).fill(rows[0]) })).status).toBe(422);
  });
});
