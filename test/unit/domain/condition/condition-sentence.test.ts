import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../../domain/condition/condition.ts';
import { sentenceOf } from '../../../../domain/condition/condition-sentence.ts';
import { operators } from '../../../../domain/condition/operators/operators.ts';
import { catalogue } from './example-facts.ts';

const amount = { var: 'amount' };
const spend = { var: 'spend.base' };
const vendor = { var: 'vendor' };
const urgent = { var: 'urgent' };
const regions = { var: 'regions' };
const vat = { var: 'vat' };
const due = { var: 'due' };
const today = { var: 'time.today' };

/** A condition, how it reads, and how its opposite reads. */
const rows: readonly (readonly [Condition, string, string])[] = [
  [true, 'always', 'never'],
  [false, 'never', 'always'],
  [urgent, 'urgent is yes', 'urgent is no'],
  [{ '!': urgent }, 'urgent is no', 'urgent is yes'],
  [{ '==': [vendor, 'software'] }, 'vendor type is software', 'vendor type is not software'],
  [{ '!=': [vendor, 'software'] }, 'vendor type is not software', 'vendor type is software'],
  [{ '===': [urgent, true] }, 'urgent is yes', 'urgent is not yes'],
  [{ '!==': [due, '2026-03-05'] }, 'due date is not 5 March 2026', 'due date is 5 March 2026'],
  [{ '<': [spend, 10_000] }, 'spend per year is under 10,000', 'spend per year is at least 10,000'],
  [{ '<=': [spend, 999] }, 'spend per year is at most 999', 'spend per year is over 999'],
  [
    { '>': [spend, -1234567.89] },
    'spend per year is over -1,234,567.89',
    'spend per year is at most -1,234,567.89',
  ],
  [{ '>=': [spend, 1e21] }, 'spend per year is at least 1e+21', 'spend per year is under 1e+21'],
  [{ '<': [1, amount, 10] }, 'amount is over 1 and under 10', 'not (amount is over 1 and under 10)'],
  [{ '<=': [1, amount, 10] }, 'amount is from 1 to 10', 'not (amount is from 1 to 10)'],
  [
    { in: [vendor, ['software', 'hosting']] },
    'vendor type is one of software, hosting',
    'vendor type is none of software, hosting',
  ],
  [{ in: [vendor, ['software']] }, 'vendor type is software', 'vendor type is not software'],
  [{ in: ['EU', regions] }, 'regions includes EU', 'regions does not include EU'],
  [{ has: [regions, 'EU'] }, 'regions includes EU', 'regions does not include EU'],
  [{ has_any: [regions, ['EU', 'US']] }, 'regions includes any of EU, US', 'regions includes none of EU, US'],
  [
    { has_all: [regions, ['EU', 'US']] },
    'regions includes all of EU, US',
    'regions does not include all of EU, US',
  ],
  [{ '>': [{ count: regions }, 1] }, 'the number of regions is over 1', 'the number of regions is at most 1'],
  [{ starts_with: [vat, 'DE'] }, 'VAT number starts with “DE”', 'VAT number does not start with “DE”'],
  [{ ends_with: [vat, 'DE'] }, 'VAT number ends with “DE”', 'VAT number does not end with “DE”'],
  [
    { contains: [vat, { var: 'country' }] },
    'VAT number contains country',
    'VAT number does not contain country',
  ],
  [{ matches: [vat, '^DE'] }, 'VAT number matches “^DE”', 'VAT number does not match “^DE”'],
  [{ before: [due, today] }, 'due date is before today', 'due date is not before today'],
  [
    { after: [due, '2026-12-24'] },
    'due date is after 24 December 2026',
    'due date is not after 24 December 2026',
  ],
  [
    { '<': [{ days_until: [due, today] }, 5] },
    'the days until due date from today is under 5',
    'the days until due date from today is at least 5',
  ],
  [
    { '>': [{ days_between: [today, due] }, 5] },
    'the days from today to due date is over 5',
    'the days from today to due date is at most 5',
  ],
  [{ present: amount }, 'amount is given', 'amount is missing'],
  [{ '>': [{ '+': [amount, 5] }, 1] }, '(amount plus 5) is over 1', '(amount plus 5) is at most 1'],
  [{ '>': [{ '-': amount }, 1] }, 'minus amount is over 1', 'minus amount is at most 1'],
  [{ '>': [{ '+': amount }, 1] }, 'amount is over 1', 'amount is at most 1'],
  [
    { '>': [{ '-': [amount, { '*': [2, amount] }] }, 1] },
    '(amount minus (2 times amount)) is over 1',
    '(amount minus (2 times amount)) is at most 1',
  ],
  [
    { '>': [{ '/': [amount, 2] }, 1] },
    '(amount divided by 2) is over 1',
    '(amount divided by 2) is at most 1',
  ],
  [
    { if: [urgent, true, false] },
    'if urgent is yes then yes, otherwise no',
    'not (if urgent is yes then yes, otherwise no)',
  ],
  [
    { '>': [amount, { if: [urgent, 1, { '!': urgent }, 2, 3] }] },
    'amount is over (if urgent is yes then 1, if urgent is no then 2, otherwise 3)',
    'amount is at most (if urgent is yes then 1, if urgent is no then 2, otherwise 3)',
  ],
  [{ and: [urgent] }, 'urgent is yes', 'not (urgent is yes)'],
  [
    { and: [{ '>': [spend, 10_000] }, { in: [vendor, ['software', 'hosting']] }] },
    'spend per year is over 10,000 and vendor type is one of software, hosting',
    'not (spend per year is over 10,000 and vendor type is one of software, hosting)',
  ],
  [
    { or: [urgent, { and: [{ present: vat }, { '!': urgent }] }] },
    'urgent is yes or (VAT number is given and urgent is no)',
    'not (urgent is yes or (VAT number is given and urgent is no))',
  ],
];

describe('a condition in plain English', () => {
  it.each(rows)('%j', (condition, holds, fails) => {
    expect(sentenceOf(condition, catalogue)).toBe(holds);
    expect(sentenceOf({ '!': condition }, catalogue)).toBe(fails);
  });

  it('has words for every operator', () => {
    const written = JSON.stringify(rows.map(([condition]) => condition));
    for (const name of operators.keys()) expect(written).toContain(`"${name}":`);
  });

  it('calls a fact that is not declared by its key', () => {
    expect(sentenceOf({ present: { var: 'score' } }, catalogue)).toBe('score is given');
  });

  it('says of what it cannot read that it cannot be read', () => {
    expect(sentenceOf({ nope: 1 }, catalogue)).toBe(
      'a condition that cannot be read ("nope" is not an operator)',
    );
  });
});
