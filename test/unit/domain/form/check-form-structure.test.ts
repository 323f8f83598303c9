import { findsProblems } from './finds-problems.ts';

const number = (id: string, more: object = {}) => ({ id, kind: 'number', label: id, ...more });

findsProblems([
  [
    'two fields of one id',
    [number('a'), number('a')],
    { sections: [{ id: 's', title: 'S', fields: ['a'] }] },
    [{ pointer: '/form/fields/1/id', message: 'There are two fields with the id “a”' }],
  ],
  [
    'two sections of one id',
    [number('a')],
    {
      sections: [
        { id: 's', title: 'S', fields: ['a'] },
        { id: 's', title: 'S', fields: [] },
      ],
    },
    [
      { pointer: '/form/sections/1/id', message: 'There are two sections with the id “s”' },
      { pointer: '/form/sections/1/fields', message: 'The section “s” is empty', blocking: false },
    ],
  ],
  [
    'two lists of one id',
    [],
    {
      lists: [
        { id: 'l', options: ['x'] },
        { id: 'l', options: ['x'] },
      ],
      sections: [],
    },
    [{ pointer: '/form/lists/1/id', message: 'There are two lists with the id “l”' }],
  ],
  [
    'two options of one id in a list',
    [],
    { lists: [{ id: 'l', options: ['x', { id: 'x', label: 'X' }] }], sections: [] },
    [{ pointer: '/form/lists/0/options/1', message: 'There are two options with the id “x”' }],
  ],
  [
    'a field without a section',
    [number('a')],
    { sections: [] },
    [{ pointer: '/form/fields/0/id', message: 'No section shows the field “a”' }],
  ],
  [
    'a field in two sections',
    [number('a')],
    {
      sections: [
        { id: 's', title: 'S', fields: ['a'] },
        { id: 't', title: 'T', fields: ['a'] },
      ],
    },
    [{ pointer: '/form/fields/0/id', message: 'The field “a” is named 2 times in sections' }],
  ],
  [
    'a section naming no field',
    [number('a')],
    { sections: [{ id: 's', title: 'S', fields: ['a', 'b'] }] },
    [{ pointer: '/form/sections/0/fields/1', message: 'There is no field “b”' }],
  ],
  [
    'an id with a meaning',
    [number('account')],
    {},
    [{ pointer: '/form/fields/0/id', message: '“account” is the word for facts from elsewhere' }],
  ],
  [
    'two fields of one purpose',
    [
      { id: 'a', kind: 'date', label: 'A', purpose: 'due_date' },
      { id: 'b', kind: 'date', label: 'B', purpose: 'due_date' },
    ],
    {},
    [{ pointer: '/form/fields/1/purpose', message: 'Two fields have the purpose due_date' }],
  ],
  [
    'a purpose on the wrong kind',
    [number('a', { purpose: 'urgency' })],
    {},
    [
      {
        pointer: '/form/fields/0/purpose',
        message: 'A field of kind number cannot have the purpose urgency',
      },
    ],
  ],
  [
    'a rate for the base',
    [],
    { sections: [], currencies: { base: 'EUR', rates: { EUR: 1 } } },
    [{ pointer: '/form/currencies/rates/EUR', message: 'EUR is the base currency, so it has no rate' }],
  ],
  [
    'words missing in the language of the form',
    [number('a', { label: { fr: 'A' }, help: { fr: 'B' } }), { id: 'n', kind: 'note', text: 'x' }],
    {},
    [
      {
        pointer: '/form/fields/0/label',
        message: "The words are missing in en, the form's language",
        blocking: false,
      },
      {
        pointer: '/form/fields/0/help',
        message: "The words are missing in en, the form's language",
        blocking: false,
      },
    ],
  ],
]);
