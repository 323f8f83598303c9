import type { BadCondition } from './bad-condition.ts';

const amount = { var: 'amount' };
const vendor = { var: 'vendor' };
const urgent = { var: 'urgent' };

/** Conditions that are not well formed. */
export const badShapes: readonly BadCondition[] = [
  ['null', null, '', 'null is no value', /present/],
  ['null inside', { '==': [amount, null] }, '/==/1', 'null is no value', /present/],
  ['no key', {}, '', 'an operation is an object with exactly one key', /and, or/],
  [
    'two keys',
    { and: [{ var: 'a', or: [] }] },
    '/and/0',
    'an operation is an object with exactly one key',
    /and, or/,
  ],
  [
    'a slip in an operator',
    { starts_wit: [] },
    '',
    '"starts_wit" is not an operator',
    /did you mean "starts_with"/,
  ],
  ['an operator off the list', { reduce: [] }, '', '"reduce" is not an operator', /use one of: var, and, or/],
  ['missing', { missing: ['amount'] }, '', '"missing" gives a list', /"present"/],
  ['missing_some', { missing_some: [1, ['amount']] }, '', '"missing_some" gives a list', /"present"/],
  [
    'a default for a fact',
    { '>': [{ var: ['amount', 0] }, 1] },
    '/>/0',
    'var takes the key of one fact and no default',
    /var/,
  ],
  ['no key of a fact', { var: '' }, '', 'var takes the key of one fact and no default', /var/],
  ['a number as key', { var: 1 }, '', 'var takes the key of one fact and no default', /var/],
  [
    'an unknown fact',
    { '>': [{ var: 'amuont' }, 1] },
    '/>/0',
    'there is no fact "amuont"',
    /did you mean "amount"/,
  ],
  ['a fact like no other', { var: 'zzzzzzzz' }, '', 'there is no fact "zzzzzzzz"', /of this request type/],
  [
    'a fact without a list',
    { '!': { var: 'nope-nope' } },
    '/!',
    'there is no fact "nope-nope"',
    /request type/,
  ],
  [
    'a slash in a pointer',
    { '>': [{ '/': [amount, { var: 'no~pe' }] }, 1] },
    '/>/0/~1/1',
    'there is no fact "no~pe"',
    /request type/,
  ],
  ['too few operands', { '==': [amount] }, '', '== takes 2 operands', /2 operands/],
  ['too many operands', { '!': [urgent, urgent] }, '', '! takes 1 operand', /1 operand/],
  ['no operands', { and: [] }, '', 'and takes 1 or more operands', /1 or more/],
  ['four bounds', { '<': [1, 2, 3, 4] }, '', '< takes 2 or 3 operands', /2 or 3/],
  [
    'an if without else',
    { if: [urgent, true, urgent, false] },
    '',
    'if takes 3 or a larger odd number of operands',
    /odd/,
  ],
  ['an empty list', { in: [vendor, []] }, '/in/1', 'the list is empty', /at least one/],
  [
    'a mixed list',
    { in: [vendor, ['hosting', 1]] },
    '/in/1',
    'a list holds either texts or numbers',
    /one kind/,
  ],
  [
    'a list of more than literals',
    { in: [vendor, [vendor]] },
    '/in/1',
    'a list holds either texts or numbers',
    /one kind/,
  ],
];
