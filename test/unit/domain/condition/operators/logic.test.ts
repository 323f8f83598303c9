import { prove } from './prove.ts';

const urgent = { var: 'urgent' };
const amount = { var: 'amount' };
const seats = { var: 'seats' };
const renewal = { var: 'renewal' };

prove('and', [
  ['is true when all are', { and: [urgent, { '>': [amount, 1] }] }, true],
  ['is false when one is', { and: [urgent, { '<': [amount, 1] }] }, false],
  ['takes one operand without a list', { and: urgent }, true],
  ['takes three', { and: [urgent, urgent, { '!': urgent }] }, false],
  ['is true when all three are', { and: [urgent, urgent, urgent] }, true],
  [
    'is unknown when the rest is true',
    { and: [urgent, { '>': [amount, 1] }] },
    ['amount'],
    { amount: undefined },
  ],
  [
    'is unknown among three when the rest is true',
    { and: [urgent, { '>': [amount, 1] }, urgent] },
    ['amount'],
    { amount: undefined },
  ],
  [
    'is false in spite of an unknown one before it',
    { and: [{ '>': [amount, 1] }, { '!': urgent }] },
    false,
    { amount: undefined },
  ],
  [
    'blames every unknown operand once, in order',
    { and: [{ '>': [seats, amount] }, urgent, { '>': [amount, 1] }] },
    ['seats', 'amount'],
    { amount: undefined, seats: undefined },
  ],
]);

prove('or', [
  ['is true when one is', { or: [{ '!': urgent }, urgent] }, true],
  ['is false when none is', { or: [{ '!': urgent }, renewal] }, false],
  [
    'is true in spite of an unknown one before it',
    { or: [{ '>': [amount, 1] }, { '!': urgent }, urgent] },
    true,
    { amount: undefined },
  ],
  [
    'is unknown when the rest is false',
    { or: [{ '>': [amount, 1] }, renewal] },
    ['amount'],
    { amount: undefined },
  ],
]);

prove('!', [
  ['is false of true', { '!': [urgent] }, false],
  ['is true of false', { '!': renewal }, true],
  ['leaves unknown unknown', { '!': urgent }, ['urgent'], { urgent: undefined }],
]);

prove('if', [
  ['takes the first branch when true', { if: [urgent, { '>': [amount, 1] }, false] }, true],
  ['takes the last branch when none is', { if: [renewal, true, false] }, false],
  ['goes on to later conditions', { if: [{ '!': urgent }, false, urgent, true, false] }, true],
  ['gives numbers and text', { '==': [{ if: [urgent, amount, 0] }, 1200] }, true],
  [
    'is unknown when its condition is, and blames that alone',
    { if: [urgent, { '>': [amount, 1] }, true] },
    ['urgent'],
    { urgent: undefined, amount: undefined },
  ],
  [
    'is unknown when the branch taken is, and blames that alone',
    { if: [urgent, { '>': [amount, 1] }, { '>': [seats, 1] }] },
    ['amount'],
    { seats: undefined, amount: undefined },
  ],
  [
    'does not mind an unknown branch it does not take',
    { if: [urgent, true, { '>': [amount, 1] }] },
    true,
    { amount: undefined },
  ],
]);

prove('present', [
  ['is true of a value', { present: amount }, true],
  [
    'is true of false and 0',
    { and: [{ present: amount }, { present: urgent }] },
    true,
    { amount: 0, urgent: false },
  ],
  ['is false of a missing one', { present: [amount] }, false, { amount: undefined }],
]);
