import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { secretiveType } from '../../support/full-web.ts';
import { type SmallWeb, startSmallWeb } from '../../support/small-web.ts';

const edit = [{ states: ['review'], roles: ['requester'] }];
const changeable = {
  ...secretiveType,
  form: {
    ...secretiveType.form,
    fields: secretiveType.form.fields.map((field) =>
      ['item', 'urgency', 'iban'].includes(field.id) ? { ...field, edit } : field,
    ),
  },
};
const nothing = { version: false, fields: [], attachments: { added: [], removed: [] } };

describe('a decision on what has changed since', () => {
  let small: SmallWeb;
  beforeAll(async () => {
    small = await startSmallWeb({ type: changeable });
    // Otto is backup, so he reads the case; he stands in for Fay, and yet the account is not for him.
    const now = Date.now();
    const given = { to: 'otto', startsAt: now, endsAt: now + 3_600_000 };
    expect((await small.as('fay').post('/delegations', given)).status).toBe(201);
  });
  afterAll(() => small.close());

  /** A case that waits for finance, with the basis it stands on. */
  const waiting = async (values: object = {}) => {
    const made = await small.as('ria').post('/request-types/purchase/cases', {
      values: { item: 'Desk', amount: { amount: 5_000, currency: 'EUR' }, urgency: 'low', ...values },
    });
    const { id } = made.json;
    return { id, path: `/cases/${id}`, basis: (await small.owned(id)).basis };
  };
  const approved = async (who: string, { path, basis }: { path: string; basis: string }) =>
    small.as(who).post(`${path}/decisions`, { decision: 'approve', basis });

  const attach = async (path: string, name: string, field: string | null) => {
    const file = await small.as('ria').raw('POST', '/attachments', name, {
      'content-type': 'application/pdf',
      'x-file-name': `${name}.pdf`,
    });
    const body = { attachment: file.json.id, field };
    expect((await small.as('ria').post(`${path}/attachments`, body)).status).toBe(200);
  };

  it('is told which answers were added, changed and removed, and which files', async () => {
    const seen = await waiting();
    const values = { item: 'Sofa', iban: 'FR76', urgency: null };
    expect((await small.as('ria').patch(seen.path, { values })).status).toBe(200);
    await attach(seen.path, 'offer', null);
    const refused = await approved('fay', seen);
    const present = (await small.as('fay').get(seen.path)).json;
    expect(refused.code).toBe('BASIS_MOVED');
    expect(refused.json.data).toEqual({
      gate: 'finance',
      basis: present.basis,
      difference: {
        version: false,
        fields: [
          { field: 'iban', change: 'added' },
          { field: 'item', change: 'changed' },
          { field: 'urgency', change: 'removed' },
        ],
        attachments: { added: [present.attachments[0].digest], removed: [] },
      },
    });
    expect((await approved('fay', { ...seen, basis: present.basis })).status).toBe(200);
  });

  it('is told of the last change only when it was made on what stood before that', async () => {
    const seen = await waiting();
    await small.as('ria').patch(seen.path, { values: { item: 'Sofa' } });
    const { basis } = (await small.as('fay').get(seen.path)).json;
    await small.as('ria').patch(seen.path, { values: { urgency: 'high' } });
    const { difference } = (await approved('fay', { ...seen, basis })).json.data;
    expect(difference).toEqual({ ...nothing, fields: [{ field: 'urgency', change: 'changed' }] });
  });

  it('is told nothing of answers and files that are not for whoever decides', async () => {
    const seen = await waiting();
    await attach(seen.path, 'letter', 'proof');
    const values = { item: 'Sofa', iban: 'FR76' };
    expect((await small.as('ria').patch(seen.path, { values })).status).toBe(200);
    const refused = await approved('otto', seen);
    expect(refused.code).toBe('BASIS_MOVED');
    expect(refused.json.data.difference).toEqual({
      ...nothing,
      fields: [{ field: 'item', change: 'changed' }],
    });
    const whole = (await approved('fay', seen)).json.data.difference;
    expect(whole.fields.map(({ field }: { field: string }) => field)).toEqual(['iban', 'item']);
    expect(whole.attachments.added).toHaveLength(1);
  });

  it('is told of no difference to what the case never was', async () => {
    const seen = await waiting();
    const { data } = (await approved('fay', { ...seen, basis: 'f'.repeat(64) })).json;
    expect(data).toEqual({ gate: 'finance', basis: seen.basis, difference: null });
  });
});
