import { prove } from './prove.ts';

const vendor = { var: 'vendor' };
const vat = { var: 'vat' };
const seats = { var: 'seats' };
const due = { var: 'due' };
const regions = { var: 'regions' };
const tags = { var: 'tags' };
const lines = { var: 'lines' };

prove('in', [
  ['is true of an item', { in: [vendor, ['software', 'hosting']] }, true],
  ['is false of no item', { in: [vendor, ['hardware']] }, false],
  ['is false of a part of an item', { in: [vat, ['DE123456789012']] }, false],
  ['takes numbers', { in: [seats, [1, 3]] }, true],
  ['takes dates', { in: [due, ['2026-03-05', '2026-03-06']] }, true],
  ['reads a list from a fact', { in: ['EU', regions] }, true],
  ['is false of a part of an item of a fact', { in: ['ne', tags] }, false],
  ['is unknown of a missing one', { in: [vendor, ['hosting']] }, ['vendor'], { vendor: undefined }],
  ['is unknown in a missing list', { in: [vendor, tags] }, ['tags'], { tags: undefined }],
  ['is unknown in what is no list', { in: ['EU', tags] }, ['tags'], { tags: 'EUROPE' }],
  ['is unknown of a value of another type', { in: [seats, [1, 3]] }, ['seats'], { seats: '3' }],
]);

prove('has', [
  ['is true of an item', { has: [regions, 'EU'] }, true],
  ['is false of none', { has: [regions, 'APAC'] }, false],
  ['is false of an empty list', { has: [regions, 'EU'] }, false, { regions: [] }],
  ['is unknown of a missing list', { has: [tags, vendor] }, ['tags'], { tags: undefined }],
  ['is unknown of what is no list', { has: [tags, 'a'] }, ['tags'], { tags: 'abc' }],
]);

prove('has_any', [
  ['is true of one in common', { has_any: [regions, ['EU', 'APAC']] }, true],
  ['is false of none in common', { has_any: [regions, ['APAC']] }, false],
  ['is unknown of a missing list', { has_any: [tags, regions] }, ['regions'], { regions: undefined }],
  ['is unknown of what is no list of text', { has_any: [tags, ['a']] }, ['tags'], { tags: [1] }],
]);

prove('has_all', [
  ['is true of all', { has_all: [regions, ['US', 'EU']] }, true],
  ['is false of some', { has_all: [regions, ['US', 'APAC']] }, false],
  ['is unknown of a missing list', { has_all: [regions, ['EU']] }, ['regions'], { regions: undefined }],
  ['is unknown of what is no list of text', { has_all: [tags, ['a']] }, ['tags'], { tags: 'a' }],
]);

prove('count', [
  ['counts items', { '==': [{ count: regions }, 2] }, true],
  ['counts rows', { '>': [{ count: lines }, 2] }, false],
  ['of an empty list is 0', { '==': [{ count: [tags] }, 0] }, true, { tags: [] }],
  ['is unknown of a missing list', { '>': [{ count: tags }, 0] }, ['tags'], { tags: undefined }],
  ['is unknown of what is no list', { '>': [{ count: tags }, 0] }, ['tags'], { tags: 'abc' }],
]);
