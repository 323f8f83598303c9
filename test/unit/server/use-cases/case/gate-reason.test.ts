import { describe, expect, it } from 'vitest';
import { formSchema } from '../../../../../domain/form/form-schema.ts';
import { gateReason } from '../../../../../server/use-cases/case/gate-reason.ts';

const form = formSchema.parse({
  language: 'en',
  currencies: { base: 'EUR', rates: { USD: 0.9 } },
  sections: [{ id: 'all', title: 'All', fields: ['spend', 'years', 'data', 'live'] }],
  fields: [
    { id: 'spend', kind: 'money', label: 'Spend per year' },
    { id: 'years', kind: 'number', label: 'Years' },
    {
      ...{ id: 'data', kind: 'multi_choice', label: 'Data it will see' },
      options: [
        { id: 'personal', label: 'Personal data' },
        { id: 'public', label: 'Public' },
      ],
    },
    { id: 'live', kind: 'yes_no', label: 'Does it reach production?' },
  ],
});
const dear = { '>': [{ var: 'spend.base' }, 25_000] };
const help = 'Above 25 000 EUR a year finance signs.';
const spend = { amount: 48_000, currency: 'EUR' };

describe('why a gate is asked for', () => {
  it('is its condition with the answer of the case', () => {
    expect(gateReason(form, { when: dear, help }, { spend })).toBe('Spend per year €48,000 is over €25,000');
    expect(gateReason(form, { when: dear }, { spend: { amount: 30_000.5, currency: 'USD' } })).toBe(
      'Spend per year US$30,000.50 is over €25,000',
    );
    expect(gateReason(form, { when: { '>=': [{ var: 'years' }, 3] } }, { years: 3 })).toBe(
      'Years 3 is at least 3',
    );
  });

  it('tells only what makes it true, twice at most', () => {
    const risky = {
      or: [
        { and: [{ present: { var: 'data' } }, { has_any: [{ var: 'data' }, ['personal']] }] },
        { '==': [{ var: 'live' }, true] },
        { '>': [{ var: 'years' }, 3] },
      ],
    };
    expect(gateReason(form, { when: risky }, { data: ['personal'], live: true, years: 2 })).toBe(
      'Data it will see: Personal data; Does it reach production? Yes',
    );
    expect(gateReason(form, { when: risky }, { years: 5, live: false })).toBe('Years 5 is over 3');
  });

  it('is the help of its designer where no answer that may be seen says it', () => {
    expect(gateReason(form, { when: dear, help }, {})).toBe(help);
    expect(gateReason(form, { help }, { spend })).toBe(help);
    expect(
      gateReason(form, { when: { '!': [{ '==': [{ var: 'live' }, true] }] }, help }, { live: false }),
    ).toBe(help);
    expect(gateReason(form, { when: { nonsense: 1 } }, { spend })).toBeNull();
  });
});
