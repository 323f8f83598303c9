import { type ReactNode, useState } from 'react';
import { Icon } from '../ui/icon.tsx';
import { Control, controlId } from './control.tsx';
import type { Filling } from './filling.ts';
import styles from './form.module.css';
import type { FieldView } from './form-view.ts';

/** Rows a page without scripts offers beyond those that are filled in. */
const spare = 2;

/** Rows of a table, each a group of cells with a way to take it away; at least one is there to be filled in. */
export function Rows({ field, filling }: { readonly field: FieldView; readonly filling: Filling }) {
  const { id, columns = [], maxRows = 50 } = field;
  const [rows, setRows] = useState<readonly number[]>(() => filledAtFirst(field, filling));
  const next = Math.max(-1, ...rows) + 1;
  const spareRows = Array.from({ length: spare }, (_, index) => next + index).map((row) => (
    <Row key={row} field={field} row={row} title={`Row ${row + 1}`} filling={filling} />
  ));
  return (
    <div className={styles.rows} id={controlId(id)} tabIndex={-1}>
      {rows.map((row, index) => (
        <Row key={row} field={field} row={row} title={`Row ${index + 1}`} filling={filling}>
          {rows.length === 1 ? null : (
            <button
              className={styles.small}
              type="button"
              onClick={() => {
                setRows(rows.filter((other) => other !== row));
                filling.changed();
              }}
            >
              <Icon name="x" />
              <span>
                Take away<span className="only-read"> row {index + 1}</span>
              </span>
            </button>
          )}
        </Row>
      ))}
      {filling.unscripted ? spareRows : <noscript>{spareRows}</noscript>}
      {rows.length >= maxRows || columns.length === 0 ? null : (
        <button
          className={`${styles.small} ${styles.scripted}`}
          type="button"
          onClick={() => setRows([...rows, next])}
        >
          <Icon name="plus" />
          Add a row
        </button>
      )}
    </div>
  );
}

function filledAtFirst({ id, columns = [], maxRows = 50 }: FieldView, { initial }: Filling): number[] {
  const rows = Array.from({ length: maxRows }, (_, row) => row).filter((row) =>
    columns.some((column) =>
      [column.id, `${column.id}.amount`].some((name) =>
        initial(`${id}.${row}.${name}`).some((text) => text !== ''),
      ),
    ),
  );
  return rows.length === 0 ? [0] : rows;
}

function Row({
  field: { id, columns = [] },
  row,
  title,
  filling,
  children,
}: {
  readonly field: FieldView;
  readonly row: number;
  readonly title: string;
  readonly filling: Filling;
  readonly children?: ReactNode;
}) {
  return (
    <fieldset className={styles.row} aria-label={title}>
      {columns.map((column) => {
        const name = `${id}.${row}.${column.id}`;
        const wrong = filling.problems.find((problem) => problem.name === name);
        return (
          <div className={styles.cell} key={column.id} data-invalid={wrong === undefined ? undefined : true}>
            <label className={styles.cellLabel} htmlFor={controlId(name)}>
              {column.label}
              {column.required ? null : <span className={styles.optional}>optional</span>}
            </label>
            <Control
              field={column}
              name={name}
              initial={filling.initial}
              describedBy={wrong === undefined ? undefined : `${controlId(name)}-error`}
              invalid={wrong !== undefined}
              needed={false}
            />
            {wrong === undefined ? null : (
              <p className={styles.error} id={`${controlId(name)}-error`}>
                <Icon name="error" />
                <span>{wrong.detail}</span>
              </p>
            )}
          </div>
        );
      })}
      {children === undefined || children === null ? null : <div className={styles.rowEnd}>{children}</div>}
    </fieldset>
  );
}
