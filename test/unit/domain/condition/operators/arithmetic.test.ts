import { prove } from './prove.ts';

const amount = { var: 'amount' };
const seats = { var: 'seats' };

prove('+', [
  ['adds from left to right', { '==': [{ '+': [amount, seats, 1] }, 1204] }, true],
  ['of one is itself', { '==': [{ '+': amount }, 1] }, false],
  [
    'is unknown of a missing one',
    { '>': [{ '+': [amount, seats, 1] }, 1] },
    ['amount'],
    { amount: undefined },
  ],
  ['does not join text', { '>': [{ '+': [amount, seats, 1] }, 1] }, ['amount', 'seats'], { amount: '1' }],
]);

prove('-', [
  ['subtracts', { '==': [{ '-': [amount, seats] }, 1197] }, true],
  ['of one is its negative', { '>': [{ '-': amount }, 0] }, false],
  ['is unknown of a missing one', { '>': [{ '-': [seats, amount] }, 1] }, ['amount'], { amount: undefined }],
  ['is unknown of text', { '>': [{ '-': amount }, 1] }, ['amount'], { amount: 'x' }],
]);

prove('*', [
  ['multiplies', { '==': [{ '*': [amount, seats, 2] }, 7200] }, true],
  ['does not say yes to too little', { '>': [{ '*': [amount, seats] }, 3600] }, false],
  ['is unknown past the largest number', { '>': [{ '*': [amount, 1e308] }, 1] }, ['amount']],
]);

prove('/', [
  ['divides', { '==': [{ '/': [amount, seats] }, 400] }, true],
  ['keeps the fraction', { '==': [{ '/': [seats, 2] }, 1] }, false],
  ['by zero is unknown', { '>': [{ '/': [amount, seats] }, 1] }, ['amount', 'seats'], { seats: 0 }],
  ['is unknown of text', { '>': [{ '/': [amount, seats] }, 1] }, ['amount', 'seats'], { amount: 'x' }],
]);
