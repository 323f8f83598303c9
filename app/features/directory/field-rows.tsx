import { useState } from 'react';
import styles from './directory.module.css';
import type { FieldSpec, Problem, Values } from './directory-view.ts';
import { Control, controlId, Offers } from './field-control.tsx';

const spareRows = 2;

/** Rows of cells with empty ones at the end; scripts add more, and without them each save makes room for more. */
export function FieldRows({
  field,
  values,
  problems,
}: {
  readonly field: FieldSpec;
  readonly values: Values;
  readonly problems: readonly Problem[];
}) {
  const { name, columns = [] } = field;
  const filled = countOf(values, name);
  const [added, setAdded] = useState(0);
  const offers = (column: FieldSpec): string => `${controlId(name)}-${column.name}-list`;
  return (
    <div className={styles.cells} data-columns={columns.length}>
      {columns.map((column) =>
        column.kind === 'named' ? <Offers key={column.name} id={offers(column)} field={column} /> : null,
      )}
      {Array.from({ length: filled + spareRows + added }, (_, row) => row).map((row) => (
        <div className={styles.cellRow} key={row}>
          {columns.map((column) => (
            <Cell
              key={column.name}
              at={`${name}.${row}.${column.name}`}
              row={row}
              column={column}
              values={values}
              problems={problems}
              list={offers(column)}
            />
          ))}
        </div>
      ))}
      <button
        className={styles.press}
        type="button"
        data-small
        data-scripted
        onClick={() => setAdded(added + 1)}
      >
        Add a row
      </button>
    </div>
  );
}

function Cell({
  at,
  row,
  column,
  values,
  problems,
  list,
}: {
  readonly at: string;
  readonly row: number;
  readonly column: FieldSpec;
  readonly values: Values;
  readonly problems: readonly Problem[];
  readonly list: string;
}) {
  const wrong = problems.filter((problem) => problem.name === at);
  return (
    <div>
      <span className={styles.cellLabel} aria-hidden="true" data-first={row === 0 || undefined}>
        {column.label}
      </span>
      <Control
        field={column}
        name={at}
        value={values[at]?.[0] ?? ''}
        invalid={wrong.length > 0}
        label={`${column.label}, row ${row + 1}`}
        describedBy={wrong.length === 0 ? '' : `${controlId(at)}-wrong`}
        list={list}
      />
      {wrong.map(({ detail }) => (
        <p key={detail} className={styles.wrong} id={`${controlId(at)}-wrong`}>
          {detail}
        </p>
      ))}
    </div>
  );
}

function countOf(values: Values, name: string): number {
  let count = 0;
  for (const key of Object.keys(values)) {
    const [first, row] = key.split('.');
    if (first === name && row !== undefined) count = Math.max(count, Number(row) + 1);
  }
  return count;
}
