import { fruit } from '../forms.ts';
import { describeParsing, says } from './describe-parsing.ts';

describeParsing([
  {
    field: { kind: 'choice', options: fruit },
    rows: [
      ['takes an option', 'a', 'a'],
      ['takes an option given by its id alone', 'c', 'c'],
      ['refuses a label', 'Apple', says('Choose one of: a, b, c.')],
      ['refuses a list', ['a'], says('Choose one of: a, b, c.')],
    ],
  },
  {
    field: { kind: 'choice', options: Array.from({ length: 30 }, (_, index) => `o${index}`) },
    rows: [
      [
        'names the first twenty options',
        'x',
        says(`Choose one of: ${Array.from({ length: 20 }, (_, index) => `o${index}`).join(', ')} ….`),
      ],
    ],
  },
  {
    field: { kind: 'choice', list: 'nowhere' },
    rows: [['refuses everything without its list', 'x', says('Choose one of: .')]],
  },
  {
    field: { kind: 'multi_choice', options: fruit, min: 1, max: 2 },
    rows: [
      ['stores in the order of the options', ['b', 'a'], ['a', 'b']],
      ['refuses a bare option', 'a', says('Give a list of options, even for a single one.')],
      ['refuses what is no option, at its place', ['a', 'x'], says('Choose among: a, b, c.', '/1')],
      ['refuses an object', [{}], says('Choose among: a, b, c.', '/0')],
      ['refuses one option twice', ['a', 'a'], says('Choose each option once.')],
      ['refuses too many', ['a', 'b', 'c'], says('Choose at most 2.')],
    ],
  },
  {
    field: { kind: 'multi_choice', options: fruit, min: 2 },
    rows: [['refuses too few', ['a'], says('Choose at least 2.')]],
  },
  {
    field: { kind: 'yes_no' },
    rows: [
      ['takes no', false, false],
      ['refuses a word', 'yes', says('Answer true (yes) or false (no).')],
      ['refuses a number', 1, says('Answer true (yes) or false (no).')],
    ],
  },
  {
    field: { kind: 'country' },
    rows: [
      ['takes a code', 'FR', 'FR'],
      ['refuses a name', 'France', says('Give a two-letter country code such as FR.')],
      ['refuses a key of objects', 'constructor', says('Give a two-letter country code such as FR.')],
    ],
  },
  {
    field: { kind: 'country', only: ['FR', 'DE'] },
    rows: [['narrows the choice', 'ES', says('Choose one of: FR, DE.')]],
  },
]);
