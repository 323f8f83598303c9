import { describe, expect, it } from 'vitest';
import { differencesBetween } from '../../../../domain/definition/difference.ts';
import type { JsonObject } from '../../../../domain/definition/operation.ts';
import { definitionFixture, withChange } from '../../../support/definition-fixture.ts';

const before = definitionFixture() as JsonObject;
const told = (changes: Record<string, unknown>) =>
  differencesBetween(before, withChange(before, changes) as JsonObject).map(
    ({ kind, sentence }) => `${kind}: ${sentence}`,
  );

const rule = {
  id: 'apac',
  name: 'Software in APAC',
  owner: { role: 'procurement-lead' },
  reason: 'APAC has its own buyers.',
  to: { pool: 'procurement-apac' },
};

describe('the difference of two definitions', () => {
  it('is nothing between equals', () => {
    expect(differencesBetween(before, definitionFixture() as JsonObject)).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    [
      'a title',
      { '/title': 'Vendors' },
      ['changed: Changed the title from “Vendor onboarding” to “Vendors”.'],
    ],
    [
      'a role',
      { '/owner/role': 'cfo' },
      ['changed: Changed the owner from the procurement lead to the person with the role cfo.'],
    ],
    [
      'a yes',
      { '/form/fields/0/required': false },
      ['changed: In field “Vendor name”, it is not required any more.'],
    ],
    [
      'a number',
      { '/form/fields/0/maxLength': 80 },
      ['changed: In field “Vendor name”, changed the greatest length from 120 to 80.'],
    ],
    [
      'a list',
      { '/keywords': ['supplier'] },
      ['changed: Changed the keywords: removed vendor and purchase.'],
    ],
    [
      'an empty list',
      { '/clocks/1/pauseIn': [] },
      [
        'changed: In clock “Resolution”, changed the list of states that pause it from “Payment set-up” to nothing.',
      ],
    ],
    [
      'a list of objects',
      { '/priority/table': [] },
      [
        'changed: Changed the priority table from “Priority 1 if the urgency is “High” and the impact is “company”. Priority 2 if the urgency is “High”. Priority 2 if it is due within 3 days.” to nothing.',
      ],
    ],
    [
      'a condition',
      { '/gates/1/when': { '>=': [{ var: 'spend.base' }, 5000] } },
      [
        'changed: In gate “Finance review”, changed the condition from “spend per year in EUR is over 10,000” to “spend per year in EUR is at least 5,000”.',
      ],
    ],
    [
      'a target',
      { '/chains/0/rules/0/to': { manager: true } },
      [
        'changed: In chain “Intake”, rule “Software in EMEA”, changed the target from the pool “procurement-emea” to the requester’s manager.',
      ],
    ],
    [
      'a rule between two others',
      {
        '/chains/0/rules/1': rule,
        '/chains/0/rules/2': (before['chains'] as { rules: unknown[] }[])[0]?.rules[1],
      },
      ['added: In chain “Intake”, added rule “Software in APAC” behind “Software in EMEA”.'],
    ],
    [
      'two rules in another order',
      {
        '/chains/0/rules/0': (before['chains'] as { rules: unknown[] }[])[0]?.rules[1],
        '/chains/0/rules/1': (before['chains'] as { rules: unknown[] }[])[0]?.rules[0],
      },
      ['moved: In chain “Intake”, moved rule “Sponsored purchases” to the beginning.'],
    ],
    ['a test', { '/tests/2': undefined }, ['removed: Removed test “A blocked vendor is not routed”.']],
    [
      'a deadline',
      { '/gates/0/steps/0/deadline': { duration: '1d', calendar: 'hq' } },
      ['added: In gate “Security review”, step “Security signs”, set the deadline to 1 working day of “hq”.'],
    ],
    [
      'the manager as a backup',
      { '/chains/0/rules/0/backup': { manager: true } },
      ['added: In chain “Intake”, rule “Software in EMEA”, set the backup to the requester’s manager.'],
    ],
    [
      'a role as a backup',
      { '/chains/0/rules/0/backup': { role: 'cfo' } },
      ['added: In chain “Intake”, rule “Software in EMEA”, set the backup to the person with the role cfo.'],
    ],
    ['an object with a title', { '/expiry': { title: 'Until' } }, ['added: Set the expiry to “Until”.']],
    [
      'a switch',
      { '/chains/0/rules/0/enabled': false },
      ['changed: In chain “Intake”, rule “Software in EMEA”, it is switched off.'],
    ],
    [
      'what happens when there is nobody',
      { '/chains/0/rules/0/onNobody': 'wait' },
      [
        'changed: In chain “Intake”, rule “Software in EMEA”, changed the step when there is nobody from “the next rule is tried” to “it waits for somebody”.',
      ],
    ],
    [
      'an order',
      { '/keywords': ['vendor', 'supplier', 'purchase'] },
      ['changed: Changed the keywords: now in the order vendor, supplier and purchase.'],
    ],
    [
      'words that came and went',
      { '/keywords': ['vendor', 'supplier', 'buy'] },
      ['changed: Changed the keywords: added buy and removed purchase.'],
    ],
    [
      'an option by its label',
      { '/form/fields/1/options/0/label': 'Programs' },
      ['changed: In field “Type”, option “Programs”, changed the label from “Software” to “Programs”.'],
    ],
    [
      'an item of a list nobody knows',
      { '/extras': [{ id: 'a' }] },
      ['added: Set the extras to a list of 1.'],
    ],
  ])('tells of %s', (_what, changes, sentences) => {
    expect(told(changes)).toEqual(sentences);
  });

  it.each<[string, unknown, string]>([
    ['/gates/0/steps/0/quorum', { kind: 'n', n: 2 }, 'changed the quorum from any one to 2'],
    ['/gates/0/steps/0/approvers', [{ team: 'board' }], 'to the team “board”'],
    ['/gates/0/escalation', [{ role: 'finance-lead' }], 'set the escalation to the finance leads'],
    ['/gates/1/onRejected', undefined, 'removed the step after a rejection: “Reject”'],
    ['/clocks/1/targets', [{ duration: '1d', calendar: 'hq' }], 'to 1 working day of “hq”'],
    ['/clocks/1/thresholds/0/steps', [{ do: 'raise_priority' }], 'to its priority is raised'],
    ['/workflow/transitions/0/who', ['requester'], 'removed the assignee or whoever answers for the state'],
    ['/workflow/transitions/2/from', ['review', 'payment'], 'added “Payment set-up” and removed “Submitted”'],
    ['/workflow/transitions/0/to', 'payment', 'from “Review” to “Payment set-up”'],
    ['/workflow/transitions/0/requires', ['country'], 'set the requires to “Country”'],
    ['/workflow/states/1/gates', ['security'], 'removed “Finance review”'],
    ['/workflow/states/0/chain', 'payment', 'from “Intake” to “payment”'],
    ['/workflow/initial', 'review', 'Changed the initial from “Submitted” to “Review”'],
    ['/who/submit', ['requester', 'agent', 'cfo'], 'added agents and people with the role cfo'],
    ['/chains/0/suppress/0/action', 'hold', 'from “not routed” to “held”'],
    ['/chains/0/rules/0/to', 7, 'to 7'],
    ['/gates/0/inputs', ['country'], 'set the inputs to “Country”'],
    ['/gates/0/onApproved', 'reject', 'set the step after approval to “Reject”'],
    ['/gates/0/onReturned', 'withdraw', 'set the step after a return to “Withdraw”'],
    ['/gates/1/steps/0/onDeadline', 'remind', 'to “they are reminded”'],
    [
      '/clocks/0/start',
      { onEnter: ['review'] },
      'from the submission to the moment the case enters “Review”',
    ],
    ['/clocks/0/stop', { on: 'assigned' }, 'from the first response to somebody has it'],
    ['/workflow/states/1/chain', 'intake', 'set the chain to “Intake”'],
    ['/gates/0/steps/0/deadline', { duration: '1h' }, 'set the deadline to 1 hour'],
    ['/form/fields/0/see', ['requester'], 'set the list of those who see it to requesters'],
  ])('reads %s in words', (pointer, value, words) => {
    expect(told({ [pointer]: value })[0]).toContain(words);
  });

  it.each<[string, JsonObject, JsonObject, string]>([
    ['of a condition', {}, { when: { '>': [{ var: 'x' }, 3] } }, 'Set the condition to “x is over 3”.'],
    ['switched', { odd: true }, { odd: false }, 'Changed the odd from yes to no.'],
    ['of numbers, emptied', { odd: [1, 2] }, { odd: [] }, 'Changed the odd from 1 and 2 to nothing.'],
    ['of one key', {}, { owner: { role: 'cfo' } }, 'Set the owner to role cfo.'],
    ['of a flag', {}, { odd: { big: true } }, 'Set the odd to big.'],
    ['of several keys', {}, { odd: { x: 1, y: 2 } }, 'Set the odd to {"x":1,"y":2}.'],
    ['that cannot be read', {}, { deadline: 3, who: 4, to: { x: [] } }, 'Set the deadline to 3.'],
    ['taken away', { keywords: ['a', 'b'] }, {}, 'Removed the keywords: a and b.'],
    ['with a name of several words', {}, { oddSetting: 'x', due_date: 1 }, 'Set the odd setting to “x”.'],
    ['emptied', { summary: 'x' }, { summary: null }, 'Changed the summary from “x” to nothing.'],
    ['named like a word of JavaScript', {}, { constructor: 1 }, 'Set the constructor to 1.'],
  ])('tells of a setting %s', (_what, was, is, sentence) => {
    expect(differencesBetween(was, is)[0]?.sentence).toBe(sentence);
  });

  it('names a new item where its list is known, by its title in the language of the form, else by its id', () => {
    const named = (item: JsonObject) =>
      differencesBetween({ extras: [{ id: 'x' }] }, { extras: [{ id: 'x' }, item] })[0]?.sentence;
    expect(named({ id: 'a', title: { fr: 'Un', en: 'One' } })).toBe('Added item of extras “One” behind “x”.');
    expect(named({ id: 'a', title: {}, label: { big: 1 } })).toBe('Added item of extras “a” behind “x”.');
  });

  it('puts a whole list that has no ids in a few words', () => {
    expect(told({ '/form/sections/0/fields': ['vendor_name'] })[0]).toContain(
      'changed the fields: removed “Type”, “Country”, “Spend per year”, “Sponsor” and “Contact”.',
    );
  });
});
