import { Form, Link, useSearchParams } from '@remix-run/react';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Empty } from '../../ui/empty.tsx';
import { CellView } from './cell-view.tsx';
import styles from './directory.module.css';
import type { ListView, Option } from './directory-view.ts';

interface Narrowing {
  readonly q: string;
  readonly show: string;
  readonly role: string;
  readonly cursor: string;
}

interface Filter {
  readonly name: 'show' | 'role';
  readonly label: string;
  readonly options: readonly Option[];
}

/** A list of one kind: what narrows it, its rows, and the way to the next page. */
export function ObjectList({
  label,
  none,
  make,
  searches,
  list,
  filters,
  narrowing,
}: {
  readonly label: string;
  readonly none: string;
  /** What the button that makes one says; null for those who may not. */
  readonly make: string | null;
  readonly searches: boolean;
  readonly list: ListView;
  readonly filters: readonly Filter[];
  readonly narrowing: Narrowing;
}) {
  const [params] = useSearchParams();
  const { cursor } = narrowing;
  const addressWith = (next: string | null): string => {
    const changed = new URLSearchParams(params);
    changed.delete('cursor');
    if (next !== null) changed.set('cursor', next);
    return `?${changed.toString()}`;
  };
  return (
    <>
      {searches || filters.length > 0 ? (
        <Filters label={label} searches={searches} filters={filters} narrowing={narrowing} />
      ) : null}
      {list.rows.length === 0 ? (
        <Nothing narrowed={isNarrowed(narrowing)} none={none} make={make} />
      ) : (
        <Rows label={label} list={list} />
      )}
      {cursor === '' && list.next === null ? null : (
        <nav className={styles.more} aria-label="Pages">
          {cursor === '' ? null : <Link to={addressWith(null)}>First page</Link>}
          {list.next === null ? null : <Link to={addressWith(list.next)}>Next page</Link>}
        </nav>
      )}
    </>
  );
}

function Rows({ label, list: { columns, rows } }: { readonly label: string; readonly list: ListView }) {
  return (
    <table className={styles.list} aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.label} scope="col" data-as={column.as}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, to, cells }) => (
          <tr key={id}>
            {cells.map((cell, i) => (
              <td key={columns[i]?.label} data-as={columns[i]?.as} data-first={i === 0 || undefined}>
                <CellView cell={cell} to={i === 0 ? to : undefined} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const isNarrowed = ({ q, show, role }: Narrowing): boolean => q !== '' || show !== '' || role !== '';

function Filters({
  label,
  searches,
  filters,
  narrowing,
}: {
  readonly label: string;
  readonly searches: boolean;
  readonly filters: readonly Filter[];
  readonly narrowing: Narrowing;
}) {
  return (
    <Form
      method="get"
      className={styles.filters ?? ''}
      role="search"
      aria-label={`Narrow ${label.toLowerCase()}`}
    >
      {searches ? (
        <label>
          <span>Search</span>
          <input
            type="search"
            name="q"
            defaultValue={narrowing.q}
            key={narrowing.q}
            placeholder="Name or id"
          />
        </label>
      ) : null}
      {filters.map(({ name, label: what, options }) => (
        <Choice key={name} name={name} label={what} value={narrowing[name]} options={options} />
      ))}
      <Button>Show</Button>
      {isNarrowed(narrowing) ? <Link to="?">Everything</Link> : null}
    </Form>
  );
}

function Nothing({
  narrowed,
  none,
  make,
}: {
  readonly narrowed: boolean;
  readonly none: string;
  readonly make: string | null;
}) {
  if (narrowed)
    return (
      <Empty title="Nothing like this is here">Take away what narrows it, or search for another word.</Empty>
    );
  return (
    <Empty title={none}>
      {make === null
        ? 'What designers and administrators make shows here.'
        : `Make the first with “${make}”.`}
    </Empty>
  );
}
