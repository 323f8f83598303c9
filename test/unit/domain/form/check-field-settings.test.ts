import { findsProblems } from './finds-problems.ts';

const number = (id: string, more: object = {}) => ({ id, kind: 'number', label: id, ...more });

findsProblems([
  [
    'a pattern without help',
    [{ id: 'a', kind: 'short_text', label: 'A', pattern: 'x' }],
    {},
    [
      {
        pointer: '/form/fields/0/pattern',
        message: 'The pattern does not say what to give',
        blocking: false,
      },
    ],
  ],
  [
    'a short text shorter than its least',
    [
      {
        id: 'a',
        kind: 'short_text',
        label: 'A',
        minLength: 9,
        maxLength: 3,
        pattern: 'x',
        patternHelp: 'x',
      },
    ],
    {},
    [{ pointer: '/form/fields/0/minLength', message: 'The least, 9, is above the most, 3' }],
  ],
  [
    'a long text shorter than its least',
    [{ id: 'a', kind: 'long_text', label: 'A', minLength: 5001 }],
    {},
    [{ pointer: '/form/fields/0/minLength', message: 'The least, 5001, is above the most, 5000' }],
  ],
  [
    'a number without room',
    [number('a', { min: 3, max: 2 })],
    {},
    [{ pointer: '/form/fields/0/min', message: 'The least, 3, is above the most, 2' }],
  ],
  [
    'a date without room',
    [{ id: 'a', kind: 'date', label: 'A', min: '2026-01-02', max: '2026-01-01' }],
    {},
    [{ pointer: '/form/fields/0/min', message: 'The least, 2026-01-02, is above the most, 2026-01-01' }],
  ],
  [
    'a moment without room',
    [{ id: 'a', kind: 'datetime', label: 'A', min: '2026-01-01T10:00Z', max: '2026-01-01T10:30+01:00' }],
    {},
    [
      {
        pointer: '/form/fields/0/min',
        message: `The least, ${Date.UTC(2026, 0, 1, 10)}, is above the most, ${Date.UTC(2026, 0, 1, 9, 30)}`,
      },
    ],
  ],
  ['a moment with room', [{ id: 'a', kind: 'datetime', label: 'A', min: '2026-01-01T10:00Z' }], {}, []],
  [
    'money without currencies',
    [{ id: 'a', kind: 'money', label: 'A' }],
    { currencies: undefined },
    [{ pointer: '/form/fields/0', message: 'The form has no table of currencies' }],
  ],
  [
    'money in a currency without a rate',
    [{ id: 'a', kind: 'money', label: 'A', min: 2, max: 1, currencies: ['EUR', 'CHF'] }],
    {},
    [
      { pointer: '/form/fields/0/min', message: 'The least, 2, is above the most, 1' },
      { pointer: '/form/fields/0/currencies/1', message: 'There is no rate for CHF' },
    ],
  ],
  [
    'a choice without options',
    [{ id: 'a', kind: 'choice', label: 'A' }],
    {},
    [{ pointer: '/form/fields/0', message: 'A choice takes its options from one place' }],
  ],
  [
    'a choice with options twice',
    [{ id: 'a', kind: 'choice', label: 'A', options: ['x'], list: 'l' }],
    { lists: [{ id: 'l', options: ['x'] }] },
    [{ pointer: '/form/fields/0', message: 'A choice takes its options from one place' }],
  ],
  [
    'a choice from no list',
    [{ id: 'a', kind: 'choice', label: 'A', list: 'l' }],
    {},
    [{ pointer: '/form/fields/0/list', message: 'There is no list “l”' }],
  ],
  [
    'two options of one id',
    [{ id: 'a', kind: 'choice', label: 'A', options: ['x', 'x'] }],
    {},
    [{ pointer: '/form/fields/0/options/1', message: 'There are two options with the id “x”' }],
  ],
  [
    'more choices than options',
    [{ id: 'a', kind: 'multi_choice', label: 'A', options: ['x'], min: 2 }],
    {},
    [{ pointer: '/form/fields/0/min', message: 'The least, 2, is above the most, 1' }],
  ],
  [
    'a table with columns of one id and no room',
    [
      {
        id: 'a',
        kind: 'table',
        label: 'A',
        minRows: 60,
        columns: [number('x'), number('x', { min: 2, max: 1 })],
      },
    ],
    {},
    [
      { pointer: '/form/fields/0/minRows', message: 'The least, 60, is above the most, 50' },
      { pointer: '/form/fields/0/columns/1/id', message: 'Two columns have the id “x”' },
      { pointer: '/form/fields/0/columns/1/min', message: 'The least, 2, is above the most, 1' },
    ],
  ],
  [
    'search in what is kept',
    [number('a', { searchable: true, see: ['x'] }), number('b', { searchable: true, sensitive: true })],
    {},
    [
      {
        pointer: '/form/fields/0/searchable',
        message: 'What not everybody sees is never searched',
        blocking: false,
      },
      {
        pointer: '/form/fields/1/searchable',
        message: 'What not everybody sees is never searched',
        blocking: false,
      },
    ],
  ],
]);
