import { describe, expect, it } from 'vitest';
import { compileDefinition } from '../../../../../domain/definition/compile-definition.ts';
import { definitionSchema } from '../../../../../domain/definition/definition-schema.ts';
import { factSet } from '../../../../../domain/fact/fact-set.ts';
import { filledText } from '../../../../../domain/stream/case/filled-text.ts';
import { smallType } from '../../../../support/small-type.ts';

const definition = compileDefinition(
  definitionSchema.parse({
    ...smallType,
    form: {
      ...smallType.form,
      sections: [
        {
          id: 'main',
          title: 'What',
          fields: ['item', 'amount', 'urgency', 'note', 'iban', 'who', 'role', 'areas', 'asked'],
        },
      ],
      fields: [
        ...smallType.form.fields,
        { id: 'iban', kind: 'short_text', label: 'IBAN', sensitive: true },
        { id: 'who', kind: 'short_text', label: 'Who', see: ['finance-approver'] },
        {
          id: 'role',
          kind: 'choice',
          label: 'Role',
          options: [{ id: 'crm-viewer', label: 'See customers' }],
        },
        {
          ...{ id: 'areas', kind: 'multi_choice', label: 'Areas' },
          options: [
            { id: 'a1', label: 'Mail' },
            { id: 'a2', label: 'Files' },
          ],
        },
        { id: 'asked', kind: 'computed', label: 'Role asked for', type: 'text', value: { var: 'role' } },
      ],
    },
  }),
);

describe('a text filled in from facts', () => {
  const facts = factSet({ item: 'Desk', iban: 'DE00', who: 'Zoe', roles: ['a', 'b'], 'amount.base': 7 });
  const fill = (text: string) => filledText(text, { definition, facts });

  it('shows what everybody who reads the case may see', () => {
    expect(fill('Look at {{item}} for {{ amount.base }}: {{roles}}.')).toBe('Look at Desk for 7: a, b.');
  });

  it('shows what was chosen by the label it was chosen by', () => {
    const chosen = factSet({ role: 'crm-viewer', areas: ['a1', 'a2'], asked: 'crm-viewer' });
    const told = filledText('{{role}}, {{areas}}, {{asked}}', { definition, facts: chosen });
    expect(told).toBe('See customers, Mail, Files, See customers');
    const other = factSet({ asked: 'none-of-them' });
    expect(filledText('{{asked}}', { definition, facts: other })).toBe('none-of-them');
  });

  it('shows a dash for what is not known', () => {
    expect(fill('{{nothing}}')).toBe('–');
  });

  it('shows a dash for what the form keeps from somebody', () => {
    expect(fill('{{iban}} of {{who}}')).toBe('– of –');
  });
});
