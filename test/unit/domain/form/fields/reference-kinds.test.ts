import { describeParsing, says } from './describe-parsing.ts';

describeParsing([
  {
    field: { kind: 'person' },
    rows: [
      ['takes an id', ' p-1 ', 'p-1'],
      ['refuses a name', 'Ana Lima', says('Choose a person, given by its id.')],
      ['refuses a key of objects', '__proto__', says('Choose a person, given by its id.')],
      ['refuses an object', { id: 'p-1' }, says('Choose a person, given by its id.')],
    ],
  },
  {
    field: { kind: 'team' },
    rows: [
      ['takes an id', 't-1', 't-1'],
      ['refuses a sentence', 'the team', says('Choose a team, given by its id.')],
    ],
  },
  {
    field: { kind: 'account' },
    rows: [
      ['takes an id', 'a-1', 'a-1'],
      ['refuses nothing much', '-', says('Choose an account, given by its id.')],
    ],
  },
  {
    field: { kind: 'file', maxFiles: 2 },
    rows: [
      ['takes ids', ['f-1', 'f-2'], ['f-1', 'f-2']],
      ['refuses a bare id', 'f-1', says('Give a list of attachment ids, even for a single one.')],
      ['refuses a path', ['../etc'], says('Choose an uploaded file, given by its id.', '/0')],
      ['refuses one file twice', ['f-1', 'f-1'], says('Attach each file once.', '/1')],
      ['refuses too many', ['a', 'b', 'c'], says('Attach at most 2 files.')],
    ],
  },
  {
    field: { kind: 'file', maxFiles: 1 },
    rows: [['counts one file as one', ['a', 'b'], says('Attach at most 1 file.')]],
  },
]);
