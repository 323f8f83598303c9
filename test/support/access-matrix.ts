import { readFileSync } from 'node:fs';

/** One square of the authorisation matrix. */
export interface MatrixCell {
  readonly role: string;
  readonly action: string;
  readonly state: string;
  readonly relation: string;
  readonly allowed: boolean;
}

export const matrixRoles = ['requester', 'agent', 'approver', 'designer', 'auditor', 'admin', 'service'];
export const matrixStates = ['unowned', 'owned', 'closed'];
export const matrixRelations = [
  'none',
  'requester',
  'behalf',
  'assignee',
  'team',
  'pool',
  'accountable',
  'backup',
  'approver',
  'voter',
  'asked',
  'watcher',
  'previous',
];

const columns = ['role', 'action', 'state', 'relation'] as const;

/**
 * Every square of `test/golden/access/matrix.csv` for the actions given: each role, action, state and relation that can be together.
 * It shares nothing with the code under test; a name that it does not know is an error.
 */
export function expandMatrix(actions: readonly string[]): MatrixCell[] {
  const known = { role: matrixRoles, action: actions, state: matrixStates, relation: matrixRelations };
  const rows = readRows().map((cells) => {
    const verdict = cells[4];
    if (cells.length !== 5 || (verdict !== 'allow' && verdict !== 'deny'))
      throw new Error(`Bad row: ${cells.join(',')}`);
    const sets = columns.map((column, i) => namesIn(cells[i] ?? '', known[column], column));
    return { sets, allowed: verdict === 'allow' };
  });
  return squares(known).map((square) => {
    const row = rows.findLast(({ sets }) => columns.every((column, i) => sets[i]?.has(square[column])));
    if (row === undefined) throw new Error(`No row says anything about ${JSON.stringify(square)}`);
    return { ...square, allowed: row.allowed };
  });
}

type Square = Omit<MatrixCell, 'allowed'>;

function squares(known: Readonly<Record<(typeof columns)[number], readonly string[]>>): Square[] {
  return known.role.flatMap((role) =>
    known.action.flatMap((action) =>
      known.state.flatMap((state) =>
        known.relation
          .filter((relation) => relation !== 'assignee' || state !== 'unowned')
          .map((relation) => ({ role, action, state, relation })),
      ),
    ),
  );
}

function namesIn(cell: string, known: readonly string[], column: string): ReadonlySet<string> {
  if (cell === '*') return new Set(known);
  const names = cell.split('|');
  const strange = names.filter((name) => !known.includes(name));
  if (strange.length > 0) throw new Error(`Unknown ${column}: ${strange.join(', ')}`);
  return new Set(names);
}

function readRows(): string[][] {
  const text = readFileSync(new URL('../golden/access/matrix.csv', import.meta.url), 'utf8');
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.slice(1).map((line) => line.split(','));
}
