import { describe, expect, it } from 'vitest';
import { entriesOf, filledRows } from '../../../../app/forms/entries.ts';
import { controlProblems, readLive, valuesToSend, valuesToStore } from '../../../../app/forms/live-form.ts';
import { formSchema } from '../../../../domain/form/form-schema.ts';

const form = formSchema.parse({
  language: 'en',
  currencies: { base: 'EUR', rates: {} },
  sections: [
    { id: 'what', title: 'What', fields: ['kind', 'spend', 'years', 'total', 'items'] },
    { id: 'why', title: 'Why', fields: ['reason'], when: { '==': [{ var: 'kind' }, 'special'] } },
  ],
  fields: [
    { id: 'kind', kind: 'choice', label: 'Kind', options: ['plain', 'special'], required: true },
    { id: 'spend', kind: 'money', label: 'Spend', required: true },
    { id: 'years', kind: 'number', label: 'Years' },
    {
      ...{ id: 'total', kind: 'computed', label: 'Total', type: 'number' },
      value: { '*': [{ var: 'spend.base' }, { var: 'years' }] },
    },
    {
      ...{ id: 'items', kind: 'table', label: 'Items' },
      columns: [
        { id: 'item', kind: 'short_text', label: 'Item', required: true },
        { id: 'count', kind: 'number', label: 'Count' },
      ],
    },
    { id: 'reason', kind: 'short_text', label: 'Reason', required: true },
  ],
});
const read = (entries: readonly (readonly [string, string])[]) => readLive(form, entries, 'UTC');

describe('a form that is filled in', () => {
  it('shows a section as soon as an answer asks for it, and counts its questions', () => {
    expect(read([['kind', 'plain']])).toMatchObject({ asked: 4 });
    const live = read([['kind', 'special']]);
    expect(live.shown).toContain('reason');
    expect(live).toMatchObject({ asked: 5, required: expect.arrayContaining(['reason']) });
  });

  it('works out what follows from the answers', () => {
    const entries = [
      ['spend.amount', '42000'],
      ['spend.currency', 'EUR'],
      ['years', '2'],
    ] as const;
    expect(read(entries).computed).toEqual({ total: '84,000' });
    expect(valuesToStore(form, entries, 'UTC')).toMatchObject({ total: 84_000 });
  });

  it('says what to mend at the control it is about, rows counted as they stand', () => {
    const { problems } = read([
      ['kind', 'plain'],
      ['spend.amount', 'about 5'],
      ['spend.currency', 'EUR'],
      ['items.0.item', ' '],
      ['items.2.item', 'Chair'],
      ['items.2.count', 'many'],
    ]);
    expect(problems).toEqual([
      { name: 'spend', detail: 'Give a number, without “about”.' },
      { name: 'items.2.count', detail: 'Give a number, without “many”.' },
    ]);
  });

  it('puts what the server refuses at the same controls', () => {
    const entries = [['items.3.item', 'Chair']] as const;
    const refused = [
      { pointer: '/values/items/0/item', detail: 'Shorter.' },
      { pointer: '/values/spend/amount', detail: 'Less.' },
    ];
    expect(controlProblems(form, entries, refused)).toEqual([
      { name: 'items.3.item', detail: 'Shorter.' },
      { name: 'spend', detail: 'Less.' },
    ]);
  });

  it('does not send what stands in questions that are not asked', () => {
    const entries = [
      ['kind', 'plain'],
      ['reason', 'kept from before'],
    ] as const;
    expect(valuesToSend(form, entries, 'UTC')).toEqual({ kind: 'plain' });
  });
});

describe('what stands in a posted form', () => {
  it('leaves out what is about the form itself', () => {
    const posted = new FormData();
    posted.append('_intent', 'send');
    posted.append('kind', 'plain');
    expect(entriesOf(posted)).toEqual([['kind', 'plain']]);
  });

  it('counts a row in which only a currency stands as empty', () => {
    expect(
      filledRows(
        [
          ['items.1.price.currency', 'EUR'],
          ['items.10.item', 'x'],
          ['items.2.item', 'y'],
          ['other.0.item', 'z'],
        ],
        'items',
      ),
    ).toEqual([2, 10]);
  });
});
