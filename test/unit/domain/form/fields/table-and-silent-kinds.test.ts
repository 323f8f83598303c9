import { describeParsing, says } from './describe-parsing.ts';

describeParsing([
  {
    field: {
      kind: 'table',
      minRows: 2,
      maxRows: 3,
      columns: [
        { id: 'name', kind: 'short_text', label: 'Name', required: true },
        { id: 'price', kind: 'money', label: 'Price' },
      ],
    },
    rows: [
      [
        'takes rows, without blank cells',
        [
          { name: ' a ', price: null },
          { price: { amount: 1, currency: 'EUR' }, name: 'b' },
        ],
        [{ name: 'a' }, { name: 'b', price: { amount: 1, currency: 'EUR' } }],
      ],
      ['refuses a bare row', { name: 'a' }, says('Give a list of rows, even for a single one.')],
      ['refuses too few', [{ name: 'a' }], says('Give at least 2 rows.')],
      ['refuses too many', Array(4).fill({ name: 'a' }), says('Give at most 3 rows.')],
      ['refuses a row that is none', ['a', { name: 'b' }], says('Give a row as {"column": value}.', '/0')],
      [
        'refuses a column that is none',
        [{ name: 'a', 'x/y': 1 }, { name: 'b' }],
        says('The table has no such column: leave it out.', '/0/x~1y'),
      ],
      [
        'refuses a missing cell at its place',
        [{ name: 'a' }, { name: ' ' }],
        says('Fill this in.', '/1/name'),
      ],
      [
        'refuses a wrong cell at its place',
        [{ name: 'a' }, { name: 'b', price: { amount: 'x', currency: 'EUR' } }],
        says('Give a number, without “x”.', '/1/price/amount'),
      ],
    ],
  },
  {
    field: {
      kind: 'table',
      minRows: 1,
      maxRows: 1,
      columns: [{ id: 'name', kind: 'short_text', label: 'Name' }],
    },
    rows: [
      ['refuses an empty row', [{}], says('The row is empty: fill it in or leave it out.', '/0')],
      ['counts one row as one', [{ name: 'a' }, { name: 'b' }], says('Give at most 1 row.')],
      ['asks for one row', [], says('Give at least 1 row.')],
    ],
  },
  {
    field: { kind: 'computed', type: 'number', value: 1 },
    rows: [['is never handed in', 1, says('This is worked out here: leave it out.')]],
  },
  {
    field: { kind: 'note', text: 'Read this' },
    rows: [['is never handed in', 'x', says('This is a note, not a question: leave it out.')]],
  },
]);
