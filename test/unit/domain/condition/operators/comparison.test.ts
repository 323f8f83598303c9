import { prove } from './prove.ts';

const vendor = { var: 'vendor' };
const vat = { var: 'vat' };
const amount = { var: 'amount' };
const urgent = { var: 'urgent' };
const due = { var: 'due' };
const seats = { var: 'seats' };

prove('==', [
  ['is true of the same text', { '==': [vendor, 'software'] }, true],
  ['is false of other text', { '==': [vendor, 'hosting'] }, false],
  ['minds the case', { '==': [vat, 'de123456789'] }, false],
  ['compares numbers', { '==': [amount, 1200] }, true],
  ['compares yes and no', { '==': [urgent, true] }, true],
  ['compares a date with a written one', { '==': ['2026-03-05', due] }, true],
  ['compares two facts', { '==': [amount, seats] }, false],
  ['is unknown of a missing one', { '==': [amount, 1200] }, ['amount'], { amount: undefined }],
  ['is unknown of a value of another type', { '==': [amount, 1200] }, ['amount'], { amount: '1200' }],
]);

prove('!=', [
  ['is true of other text', { '!=': [vendor, 'hosting'] }, true],
  ['is false of the same', { '!=': [amount, 1200] }, false],
  ['is unknown of a missing one', { '!=': [vendor, 'hosting'] }, ['vendor'], { vendor: '' }],
]);

prove('===', [
  ['is true of the same', { '===': [amount, 1200] }, true],
  ['is false of another', { '===': [amount, 1201] }, false],
  ['is unknown of a missing one', { '===': [amount, 1] }, ['amount'], { amount: undefined }],
]);

prove('!==', [
  ['is true of another', { '!==': [amount, 1201] }, true],
  ['is false of the same', { '!==': [amount, 1200] }, false],
  ['is unknown of a missing one', { '!==': [amount, 1] }, ['amount'], { amount: undefined }],
]);

prove('<', [
  ['is true below', { '<': [amount, 1201] }, true],
  ['is false at the bound', { '<': [amount, 1200] }, false],
  ['is true strictly between', { '<': [1199, amount, 1201] }, true],
  ['is false on the upper of two bounds', { '<': [1199, amount, 1200] }, false],
  ['is false on the lower of two bounds', { '<': [1200, amount, 1300] }, false],
  ['is unknown of a missing one', { '<': [amount, 1000] }, ['amount'], { amount: undefined }],
  ['is unknown of text that looks like a number', { '<': [amount, 1000] }, ['amount'], { amount: '9' }],
  ['is unknown between a missing bound', { '<': [1, amount, seats] }, ['seats'], { seats: undefined }],
  ['is unknown between when mistyped', { '<': [1, amount, 5] }, ['amount'], { amount: '3' }],
]);

prove('<=', [
  ['is true at the bound', { '<=': [amount, 1200] }, true],
  ['is false above', { '<=': [amount, 1199] }, false],
  ['is true on both of two bounds', { '<=': [1200, amount, 1200] }, true],
  ['is false outside two bounds', { '<=': [1201, amount, 1300] }, false],
  ['is unknown of a missing one', { '<=': [1, amount, 9] }, ['amount'], { amount: undefined }],
]);

prove('>', [
  ['is true above', { '>': [amount, 1199] }, true],
  ['is false at the bound', { '>': [amount, 1200] }, false],
  ['is unknown of a missing one', { '>': [5, amount] }, ['amount'], { amount: undefined }],
]);

prove('>=', [
  ['is true at the bound', { '>=': [amount, 1200] }, true],
  ['is false below', { '>=': [amount, 1201] }, false],
  ['is unknown of a missing one', { '>=': [amount, 1] }, ['amount'], { amount: undefined }],
]);
