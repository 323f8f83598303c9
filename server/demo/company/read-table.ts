import { assert } from '../../../domain/error/assert.ts';

/** The rows of a table written as text: columns between bars, their names in the first line. */
export function readTable<const C extends string>(
  columns: readonly C[],
  text: string,
): readonly Readonly<Record<C, string>>[] {
  const [head = '', ...lines] = text.trim().split('\n');
  const names = cells(head);
  assert(names.join() === columns.join(), 'the table has the columns it is read by');
  return lines.map((line) => {
    const row = cells(line);
    return Object.fromEntries(columns.map((name, i) => [name, row[i] ?? ''])) as Record<C, string>;
  });
}

const cells = (line: string): string[] => line.split('|').map((cell) => cell.trim());

/** The words of a cell. */
export function wordsIn(cell: string): string[] {
  return cell.split(' ').filter((word) => word !== '');
}
