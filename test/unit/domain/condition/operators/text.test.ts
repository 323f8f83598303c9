import { prove } from './prove.ts';

const vat = { var: 'vat' };
const country = { var: 'country' };

prove('starts_with', [
  ['is true whatever the case', { starts_with: [vat, 'de12'] }, true],
  ['is false further on', { starts_with: [vat, '12'] }, false],
  ['is unknown of a missing text', { starts_with: [vat, 'de'] }, ['vat'], { vat: undefined }],
  ['is unknown of a number', { starts_with: [vat, 'de'] }, ['vat'], { vat: 7 }],
]);

prove('ends_with', [
  ['is true whatever the form of the letters', { ends_with: [country, 'KÖLN'] }, true],
  ['is false earlier', { ends_with: [country, 'nach'] }, false],
  ['is unknown of a missing text', { ends_with: [vat, country] }, ['country'], { country: undefined }],
]);

prove('contains', [
  ['is true of a part', { contains: [country, 'STRASSE'] }, true],
  ['is false of what is not in it', { contains: [country, 'berlin'] }, false],
  ['takes two facts', { contains: [country, vat] }, false],
  [
    'is unknown of two facts when one is no text',
    { contains: [country, vat] },
    ['country', 'vat'],
    { vat: 1 },
  ],
]);

prove('matches', [
  ['is true when found anywhere', { matches: [vat, '[0-9]{3}'] }, true],
  ['minds the ends when told to', { matches: [vat, '^[0-9]+$'] }, false],
  ['is unknown of a missing text', { matches: [vat, 'x'] }, ['vat'], { vat: undefined }],
  ['is unknown of a number', { matches: [vat, '1'] }, ['vat'], { vat: 1 }],
]);
