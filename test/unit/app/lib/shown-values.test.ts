import { expect, it } from 'vitest';
import { shownValues } from '../../../../app/lib/shown-values.server.ts';
import { formSchema } from '../../../../domain/form/form-schema.ts';
import type { AskAnswer } from '../../../../server/http/core/call-endpoint.ts';

const form = formSchema.parse({
  language: 'en',
  currencies: { base: 'EUR', rates: { JPY: 0.006 } },
  sections: [
    {
      id: 'all',
      title: 'All',
      fields: ['spend', 'day', 'moment', 'years', 'who', 'sure', 'items', 'files', 'site'],
    },
    { id: 'none', title: 'None', fields: ['gone'] },
  ],
  fields: [
    { id: 'spend', kind: 'money', label: 'Spend' },
    { id: 'day', kind: 'date', label: 'Day' },
    { id: 'moment', kind: 'datetime', label: 'Moment' },
    { id: 'years', kind: 'number', label: 'Years', unit: 'years' },
    { id: 'who', kind: 'person', label: 'Who' },
    { id: 'sure', kind: 'yes_no', label: 'Sure' },
    {
      ...{ id: 'items', kind: 'table', label: 'Items' },
      columns: [
        { id: 'item', kind: 'choice', label: 'Item', options: [{ id: 'a', label: 'Apple' }] },
        { id: 'price', kind: 'money', label: 'Price' },
      ],
    },
    { id: 'files', kind: 'file', label: 'Files' },
    { id: 'site', kind: 'url', label: 'Site' },
    { id: 'gone', kind: 'short_text', label: 'Gone' },
  ],
});

const context = {
  person: { id: 'me', name: 'Me', zone: 'Europe/Paris', roles: [] },
  async api<B>(operationId: string, ask?: { readonly params?: Readonly<Record<string, string>> }) {
    const known = operationId === 'getPerson' && ask?.params?.['id'] === 'noor';
    const answer: unknown = known
      ? { ok: true, status: 200, body: { name: 'Noor Haddad' } }
      : { ok: false, status: 404, code: 'NOT_FOUND', title: '', detail: '', errors: [], data: {} };
    return answer as AskAnswer<B>;
  },
};
const shown = async (values: Record<string, unknown>) => {
  const attachments = [{ id: 'f1', name: 'offer.pdf', link: '/f1' }];
  const sections = await shownValues(context, form, { values, attachments });
  return sections.flatMap((section) => section.values);
};

it('tells money, dates, moments, numbers and names as people write them', async () => {
  const values = await shown({
    spend: { amount: 84_000, currency: 'EUR' },
    day: '2026-11-02',
    moment: '2026-11-02T09:30:00.000Z',
    years: 1200,
    who: 'noor',
    sure: true,
  });
  expect(values.map(({ text }) => text)).toEqual([
    ...['€84,000', 'Mon 2 Nov 2026', 'Mon 2 Nov 2026, 10:30', '1,200 years', 'Noor Haddad', 'Yes'],
  ]);
});

it('says of one year that it is one', async () => {
  expect((await shown({ years: 1 })).map(({ text }) => text)).toEqual(['1 year']);
});

it('tells a table by its heads and rows, and files by their names and links', async () => {
  const [items, files] = await shown({
    items: [{ item: 'a', price: { amount: 2.5, currency: 'EUR' } }, { item: 'a' }],
    files: ['f1'],
  });
  expect(items?.table).toEqual({
    heads: ['Item', 'Price'],
    rows: [
      ['Apple', '€2.50'],
      ['Apple', ''],
    ],
  });
  expect(files?.files).toEqual([{ id: 'f1', name: 'offer.pdf', link: '/f1' }]);
});

it('links only where a web address leads, and names nobody it may not see', async () => {
  const [who, site] = await shown({ who: 'hidden', site: 'javascript:alert(1)' });
  expect(who?.text).toBe('hidden');
  expect(site).not.toHaveProperty('href');
  expect((await shown({ site: 'https://example.test' }))[0]?.href).toBe('https://example.test');
});

it('leaves out sections in which nothing was answered', async () => {
  const sections = await shownValues(context, form, { values: { sure: false }, attachments: [] });
  expect(sections.map(({ id }) => id)).toEqual(['all']);
});
